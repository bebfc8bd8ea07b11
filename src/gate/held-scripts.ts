/** Held scripts: when one has its turn, and how it becomes one that runs. */
import { ownScripts, released } from './released.ts';
import type { Trust } from './trusted-types.ts';

/** The address of a held script; `null` for an inline one. */
export function addressOf(held: Element): string | null {
  return held.getAttribute('src') ?? held.getAttribute('data-src');
}

/** `async` waits for nobody and nobody waits for it; `deferred` runs when the ordered ones have run. */
export function turnOf(held: Element): 'async' | 'ordered' | 'defer' {
  const isModule = held.getAttribute('data-type') === 'module';
  if (!isModule && addressOf(held) === null) return 'ordered'; // both attributes mean nothing there
  if (held.hasAttribute('async')) return 'async';
  return isModule || held.hasAttribute('defer') ? 'defer' : 'ordered';
}

/** True for a type that browsers run: none, JavaScript's many names, modules. All else is data. */
export function isRunnable(type: string): boolean {
  return /^(module|.*(java|ecma)script.*)?$/i.test(type);
}

/** True when `load` or `error` will tell that it has run. An inline script has run at once. */
export function tellsWhenRun({ src, type, noModule }: HTMLScriptElement): boolean {
  return src !== '' && isRunnable(type) && (!noModule || type === 'module');
}

/**
 * A script like `held` that runs when it is inserted: a fresh element, since one
 * that came by `innerHTML` never would. Throws where Trusted Types refuse.
 */
export function newRunningScript(held: HTMLScriptElement, trust: Trust): HTMLScriptElement {
  if (__GUARD__ && ownScripts.has(held)) return asItWas(held);
  const script = held.ownerDocument.createElement('script');
  if (__GUARD__) released.add(script);
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
  const address = addressOf(held);
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
  return script;
}

/** A script that has never run becomes one that does, when it is inserted again: its listeners stay with it. */
function asItWas(script: HTMLScriptElement): HTMLScriptElement {
  released.add(script);
  script.type = script.getAttribute('data-type') ?? '';
  script.removeAttribute('data-type');
  return script;
}
