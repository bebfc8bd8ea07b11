/** What a developer can do about a finding. */
export const remedies = {
  none: '',
  unknownTag: 'Write a category or service of the configuration on the tag.',
  inShadow: 'The gate does not look into shadow roots: put it into the page.',
  refused: 'Declare the host as a service, or list it in allow if every page needs it.',
  undeclared:
    'Declare the host in hosts of a service, in the category necessary if the site needs it.',
  storedBesideGuard:
    'Written by your server, or before our script: move the script to the top of <head>, or let the server ask for the choice.',
  stored:
    'Use samtycke.guard.js, which holds cookies and keys by their names, or tag the script that writes it.',
  tagged: 'The address is in src: write data-src, so that no browser fetches it.',
  besideGuard:
    'A script asked for it in a way that the guard does not reach: tag that script, or use the wall.',
  byScript: 'Tag the script that asks for it, or use samtycke.guard.js.',
  inMarkup:
    'Browsers fetch what stands in the HTML before any script can act: run samtycke tag, or tag it with data-src.',
} as const;

/** Kinds of requests that only scripts make, as browsers call them. */
const byScript = /^(fetch|xmlhttprequest|beacon|eventsource|ping)$/;

/** For a request that left without a yes; `by` is what the browser says asked for it. */
export function remedyForRequest(by: string, hasGuard: boolean, isTagged: boolean): string {
  if (isTagged) return remedies.tagged;
  if (!byScript.test(by)) return remedies.inMarkup;
  return hasGuard ? remedies.besideGuard : remedies.byScript;
}
