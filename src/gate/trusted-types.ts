/** Lets the gate put tagged markup to work where the site demands Trusted Types. */

type Sink = 'createHTML' | 'createScript' | 'createScriptURL';

/** Makes a text acceptable to one of the browser's guarded sinks. */
export type Trust = (sink: Sink, text: string) => string;

type Rules = Readonly<Record<Sink, (text: string) => string>>;

/** What TypeScript's DOM library does not know yet (https://www.w3.org/TR/trusted-types/). */
interface TrustedTypesWindow {
  readonly trustedTypes?: { createPolicy(name: string, rules: Rules): Rules };
}

/** Gate and guard share it: a site that lists its policies lets each be made once. */
let shared: Rules | undefined;

/** The one policy of the product, `samtycke`; made when the first tagged element is released, not before. */
export function createTrust(
  window: Window,
  report: (message: string, cause: unknown) => void,
): Trust {
  const asIs = (text: string) => text;
  const plain: Rules = { createHTML: asIs, createScript: asIs, createScriptURL: asIs };
  let rules: Rules | undefined;

  return (sink, text) => {
    if (__GUARD__) rules ??= shared;
    try {
      rules ??= (window as TrustedTypesWindow).trustedTypes?.createPolicy('samtycke', plain);
    } catch (cause) {
      report('trusted-types must list samtycke.', cause);
    }
    // Without a policy the sink itself refuses where strings are forbidden: the element stays held.
    rules ??= plain;
    if (__GUARD__) shared = rules;
    return rules[sink](text);
  };
}
