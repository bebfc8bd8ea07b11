/** Tags that the owner has set already: our own attributes, and those that gate/tagged-elements.ts also knows. */
import { categoryNamed } from '../model/category.ts';
import type { DeclaredServices } from './declared-services.ts';
import type { StartTag } from './html-reader.ts';

/** Each with what the names in it begin with. */
const namesIn = [
  'data-category',
  'data-service',
  'data-cookieconsent',
  'data-cookieyes',
  'data-purpose',
] as const;

/** What the owner says of an element: nothing, that it is necessary, or that it waits for something. */
export function ownerTagOf(
  { attributes }: StartTag,
  { knows }: DeclaredServices,
): 'none' | 'necessary' | 'waits' {
  const names = namesIn.flatMap((attribute) =>
    (attributes.get(attribute)?.value ?? '').replace(/cookieyes-/g, '').split(/[\s,]+/),
  );
  const group = /optanon-category-(\S+)/.exec(attributes.get('class')?.value ?? '')?.[1] ?? '';
  const all = [...names, ...group.split('-')].filter(Boolean);
  // Sites have attributes of these names for purposes of their own: such are no tags.
  if (all.length === 0 || !all.every((name) => knows(name) || name === 'ignore')) return 'none';
  const isNecessary = all.every((name) => ['necessary', 'ignore'].includes(categoryNamed(name)));
  return isNecessary ? 'necessary' : 'waits';
}

/** The attributes of `ownerTagOf` as they stand in the source, to be set on another element. */
export function copyOfTag(
  { attributes }: StartTag,
  source: (start: number, end: number) => string,
): string {
  let copy = '';
  for (const name of namesIn) {
    const attribute = attributes.get(name);
    if (attribute) copy += ` ${source(attribute.start, attribute.end)}`;
  }
  return copy;
}
