/** Lets the gate put tagged markup to work where the site demands Trusted Types. */
import { SamtyckeError } from '../model/errors.ts';

type Sink = 'createHTML' | 'createScript' | 'createScriptURL';

/** Makes a text acceptable to one of the browser's guarded sinks. */
export type Trust = (sink: Sink, text: string) => string;

type Rules = Readonly<Record<Sink, (text: string) => string>>;

/** What TypeScript's DOM library does not know yet (https://www.w3.org/TR/trusted-types/). */
interface TrustedTypesWindow {
  readonly trustedTypes?: { createPolicy(name: string, rules: Rules): Rules };
}

/** The one policy of the product, `samtycke`; made when the first tagged element is released, not before. */
export function createTrust(window: Window, onProblem: (error: SamtyckeError) => void): Trust {
  const asIs = (text: string) => text;
  let rules: Rules | undefined;

  function createRules(): Rules {
    const plain = { createHTML: asIs, createScript: asIs, createScriptURL: asIs };
    try {
      return (window as TrustedTypesWindow).trustedTypes?.createPolicy('samtycke', plain) ?? plain;
    } catch (cause) {
      onProblem(
        new SamtyckeError(
          'release-failed',
          "The Content-Security-Policy forbids the policy 'samtycke': add it to trusted-types.",
          cause,
        ),
      );
      return plain; // where strings are forbidden too, the sink refuses and the element stays held
    }
  }

  return (sink, text) => {
    rules ??= createRules();
    return rules[sink](text);
  };
}
