/**
 * What follows where the browser sends Global Privacy Control or Do Not Track:
 * marketing stays off unless the visitor turns it on by name, on this site,
 * after that (LAW 4.3; docs/decisions/013-browser-signals.md). Fetched by such
 * browsers only; that marketing is held meanwhile stands in `core.ts`.
 */
import type { Client } from './client.ts';
import { languageFor } from './languages/language-for.ts';
import { reopenLabelFor } from './languages/reopen-labels.ts';
import { signalNotes } from './languages/signal/texts.ts';
import type { Texts } from './languages/texts.ts';
import { type Answer, isChoiceInForce } from './model/choice.ts';
import { dayMs } from './model/day-ms.ts';
import { bodyOf } from './page/body-of.ts';

const objectedTo = 'marketing';

/** Lets `client` follow the signal, and takes back a yes to marketing that is older than it. */
export function underSignal(client: Client): Client {
  const { decide, decideByName, config, page } = client;
  const withNote = (category: Texts['categories'][string], { accept, lang }: Texts) => {
    const language = languageFor(lang);
    const note = signalNotes[language](accept, reopenLabelFor(config, language));
    return { ...category, purpose: `${category.purpose} ${note}` };
  };
  /** Where nothing else is asked about, the browser has answered already. */
  const silent = !!config.gpc || config.optional.every((id) => id === objectedTo);

  const changed: Partial<Client> = {
    silent,
    // An answer to everything in one is none to what the browser has said no to: that keeps its state.
    decide: (answer, by) =>
      decide(by.action === 'accept_all' ? withoutObjectedTo(answer) : answer, by),
    decideByName: (names, ...by) =>
      decideByName(
        names === true
          ? Object.fromEntries(
              config.optional.filter((id) => id !== objectedTo).map((id) => [id, true]),
            )
          : names,
        ...by,
      ),
    underSignal(t) {
      const { [objectedTo]: marketing, ...others } = t.categories;
      return marketing
        ? {
            ...t,
            categories: { ...others, [objectedTo]: withNote(marketing, t) },
          }
        : t;
    },
  };
  Object.assign(client, changed);
  if (silent) void showReopenControl(client);

  const old = client.choice ? undefined : client.lastChoice;
  if (old?.categories[objectedTo] && !old.gpc && isChoiceInForce(old, config, page.now())) {
    const { pending } = client;
    // What else was accepted holds, though the core suspends the whole until this has been decided.
    Object.assign(client, { pending: () => ({ ...old }) });
    decide(
      { categories: { [objectedTo]: false } },
      {
        action: 'gpc',
        visitorAct: true, // it only takes back: what else was accepted goes on, and no longer than before
        maxAgeDays: (Date.parse(old.validUntil) - page.now()) / dayMs,
        notice: {
          strings: [],
          layer: 0,
          shownAt: new Date(page.now()).toISOString(),
          path: ['signal'],
          lang: languageFor(config.language ?? page.document.documentElement.lang),
        },
      },
    );
    Object.assign(client, { pending });
  }
  return client;
}

function withoutObjectedTo({ categories, services }: Answer): Answer {
  const { [objectedTo]: _, ...others } = categories ?? {};
  return { categories: others, ...(services && { services }) };
}

/** Without a banner it is the only way in, so it does not wait for a choice. */
async function showReopenControl({ page }: Client): Promise<void> {
  await bodyOf(page);
  const control = page.document.getElementById('samtycke-reopen');
  if (control) control.hidden = false;
}
