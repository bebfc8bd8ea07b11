/** Builds elements with what is in them. Not Preact: files of their own use it, and each would bring a copy. */
import { newElement } from './new-element.ts';

export type Child = Node | string | false | null | undefined;

/** Makes an element; children that are nothing are left out. */
export type Make = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
) => HTMLElementTagNameMap[Tag];

/** `Make` for a document: the page's, or one that becomes a file. */
export function makerFor(document: Document): Make {
  return (tag, attributes, ...children) => {
    const element = newElement(document, tag, attributes);
    element.append(...children.filter((child): child is Node | string => Boolean(child)));
    return element;
  };
}
