/** Held scripts: how one is held, and how it becomes one that runs. */
import type { Trust } from './trusted-types.ts';

/** The address of a held script; `null` for an inline one. */
export function addressOf(held: Element): string | null {
  return held.getAttribute('src') ?? held.getAttribute('data-src');
}

const isModule = (held: Element) => held.getAttribute('data-type') === 'module';

/** True for a type that browsers run: none, JavaScript's many names, modules. All else is data. */
export function isRunnable(type: string): boolean {
  return /^(module|.*(java|ecma)script.*)?$/i.test(type);
}

/** True for one that waits for nobody and nobody waits for. */
export function isAsync(held: Element): boolean {
  return held.hasAttribute('async') && (isModule(held) || addressOf(held) !== null);
}

/** True for one that runs when the others have run. */
export function isDeferred(held: Element): boolean {
  return isModule(held) || (held.hasAttribute('defer') && addressOf(held) !== null);
}

/** True when `load` or `error` will tell that it has run; an inline script has run at once. */
export function tellsWhenRun(script: HTMLScriptElement): boolean {
  const { type } = script;
  return (
    script.hasAttribute('src') &&
    isRunnable(type) &&
    !(script.noModule && type.toLowerCase() !== 'module')
  );
}

/**
 * A script like `held` that runs when it is inserted: a fresh element, since one
 * that came by `innerHTML` never would. Throws where Trusted Types refuse.
 */
export function newRunningScript(held: HTMLScriptElement, trust: Trust): HTMLScriptElement {
  const script = held.ownerDocument.createElement('script');
  const address = addressOf(held);
  for (const attribute of held.attributes) {
    const { name, value } = attribute;
    if (name.startsWith('on')) script.setAttribute(name, trust('createScript', value));
    // As a node, for the parser accepts names that setAttribute does not.
    else if (name !== 'src') script.setAttributeNode(attribute.cloneNode() as Attr);
  }
  const type = held.getAttribute('data-type');
  script.removeAttribute('data-type');
  if (type) script.type = type;
  else script.removeAttribute('type');
  // Only the property has it: the attribute of an element in the page reads empty (CSP nonce hiding).
  script.nonce = held.nonce;
  // A script made by script is async until told otherwise.
  script.async = held.hasAttribute('async');
  if (address === null) script.text = trust('createScript', held.text);
  else {
    if (!held.hasAttribute('src')) script.removeAttribute('data-src');
    script.setAttribute('src', trust('createScriptURL', address));
  }
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
