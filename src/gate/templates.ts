/** `<template data-category>` around a vendor's untouched snippet: what it holds goes in its place. */

import { isRunnable } from './held-scripts.ts';
import { released } from './released.ts';
import { embedElements, type Tag, taggedElements } from './tagged-elements.ts';

/**
 * Gives what can run or embed in `content` the tag of where it came from, and
 * holds its scripts: inserted as they are they would run at once and out of order.
 */
export function tagContents(content: DocumentFragment, tag: Tag): readonly HTMLElement[] {
  const tagged: HTMLElement[] = [];
  for (const element of content.querySelectorAll<HTMLElement>(`script,${embedElements}`)) {
    if (element.matches(taggedElements)) continue; // it has a tag of its own
    if (element.localName === 'script') {
      const type = element.getAttribute('type') ?? '';
      if (!isRunnable(type)) continue;
      element.setAttribute('data-type', type);
      element.setAttribute('type', 'text/plain');
    }
    element.setAttribute('data-category', (tag.categories ?? [tag.category]).join());
    if (tag.service) element.setAttribute('data-service', tag.service);
    tagged.push(element);
  }
  return tagged;
}

/** Inserts what the template holds behind it. The empty template stays: a framework may hold on to it. */
export function placeTemplate(template: HTMLTemplateElement, tag: Tag): readonly HTMLElement[] {
  const tagged = tagContents(template.content, tag);
  if (__GUARD__) for (const part of template.content.querySelectorAll('*')) released.add(part);
  template.after(template.content);
  return tagged;
}

/** True while the template holds something that a visitor would miss. */
export function holdsEmbed(template: HTMLTemplateElement): boolean {
  return template.content.querySelector(embedElements) !== null;
}
