/** Builds elements. Not Preact: this is a file of its own, and would bring a second copy. */

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
    const element = document.createElement(tag);
    for (const name in attributes) element.setAttribute(name, attributes[name] as string);
    element.append(...children.filter((child): child is Node | string => Boolean(child)));
    return element;
  };
}
