/** Which elements are tagged, and with what: our own attributes, and those of the products people move from. */
import { type CategoryId, categoryNamed } from '../model/category.ts';
import type { ServiceId } from '../model/service.ts';
import { tagAttributes } from './tag-attributes.ts';

/** What an element is tagged with. */
export interface Tag {
  /** `''` when the element names a service only. */
  readonly category: CategoryId;
  /** Present when it needs several categories, `category` among them; each is asked for. */
  readonly categories?: readonly CategoryId[] | undefined;
  readonly service?: ServiceId | undefined;
}

type Data = Readonly<Record<string, string | undefined>>;

/** Those that show something of another site: withdrawal stops them. */
export const embedElements = 'iframe,video,audio,embed,object';

/**
 * Everything the gate looks at. A script is held by its type, so that one which
 * is tagged but not `text/plain` (it has run already) and data blocks such as
 * JSON-LD are never touched.
 */
export const taggedElements =
  `:is(script[type="text/plain"],template,img,image,source,link,input,${embedElements}${
    __GUARD__ ? ',track,feImage' : ''
  })` + `${tagAttributes},script[type="text/plain"][data-name]`;

/** The tag of a tagged element. Cookiebot's `ignore` is no category of any site, and so left alone. */
export function tagOf(element: Element): Tag {
  // An element of no known namespace has no dataset.
  const { category, cookieconsent, cookieyes, purpose, service, name }: Data =
    (element as HTMLElement).dataset ?? {};
  const names =
    category ||
    cookieconsent ||
    cookieyes?.replace(/cookieyes-/g, '') ||
    purpose ||
    // Ids of own categories may contain "-", OneTrust's groups do not: there it joins several.
    /optanon-category-(\S+)/.exec(element.getAttribute('class') as string)?.[1]?.replace(/-/g, ',');
  const categories = names?.match(/[^\s,]+/g)?.map(categoryNamed) ?? [];
  return {
    category: categories[0] ?? '',
    categories: categories[1] ? categories : undefined,
    service: service || (categories[0] ? undefined : name),
  };
}
