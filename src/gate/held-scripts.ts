/** Held scripts: whose turn comes when, and how one becomes a script that runs. */
import { ownScripts, released } from './released.ts';
import type { Trust } from './trusted-types.ts';

/** True for a type that browsers run: none, JavaScript's many names, modules. All else is data. */
export function isRunnable(type: string): boolean {
  return /^(module|.*(java|ecma)script.*)?$/i.test(type);
}

/** True when `load` or `error` will tell that a script with an address has run. */
export function tellsWhenRun({ type, noModule }: HTMLScriptElement): boolean {
  return isRunnable(type) && (!noModule || type === 'module');
}

/**
 * Puts a script like `held` in its place, where it runs, and `held` into `started`: a fresh element,
 * since one that came by `innerHTML` never would. Where Trusted Types refuse it, that is reported. In one
 * function: a page may have two hundred of them.
 */
export function start(
  held: HTMLScriptElement,
  trust: Trust,
  started: HTMLScriptElement[],
  report: (message: string, cause: unknown) => void,
): HTMLScriptElement | undefined {
  held.type = 'text/started'; // once: neither it nor a clone of it is found again
  try {
    let script = held;
    if (__GUARD__ && ownScripts.has(held)) setTypeBack(held);
    else {
      script = held.ownerDocument.createElement('script');
      for (const attribute of held.attributes) {
        const { name, value } = attribute;
        if (name.startsWith('on')) script.setAttribute(name, trust('createScript', value));
        else if (!/^(data-)?(src|type)$/.test(name)) {
          // As a node, for the parser accepts names that setAttribute does not.
          script.setAttributeNode(attribute.cloneNode() as Attr);
        }
      }
      const type = held.getAttribute('data-type');
      if (type) script.type = type;
      // Only the property has it: the attribute of an element in the page reads empty (CSP nonce hiding).
      script.nonce = held.nonce;
      // A script made by script is async until told otherwise.
      script.async = held.hasAttribute('async');
      const address = held.getAttribute('src') ?? held.getAttribute('data-src');
      if (address === null) script.text = trust('createScript', held.text);
      else script.src = trust('createScriptURL', address);
      for (const name of ['load', 'error'] as const) {
        const handler = `on${name}` as const;
        // A handler set as a property is in no attribute, and listeners stay with the held element.
        script[handler] = held[handler] as OnErrorEventHandler & GlobalEventHandlers['onload'];
        held[handler] = null;
        script.addEventListener(name, (event) =>
          held.dispatchEvent(new (event.constructor as typeof Event)(name)),
        );
      }
    }
    if (__GUARD__) released.add(script);
    started.push(held);
    held.replaceWith(script);
    return script;
  } catch (cause) {
    report(`Refused: ${held.outerHTML}`, cause);
    return undefined;
  }
}

/** A script that has never run becomes one that does, inserted again: its listeners stay with it. */
function setTypeBack(script: HTMLScriptElement): void {
  script.type = script.getAttribute('data-type') ?? '';
  script.removeAttribute('data-type');
}
