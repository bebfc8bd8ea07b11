/** What is wrong with texts of a site's own: the same rules of law that ours are tested by. */
import type { ConfigProblem } from './config-problem.ts';
import { languageCodes, type TextNames, textNames } from './text-names.ts';

/** A refusal that is called an acceptance misleads (LAW 66), in each of our languages. */
const acceptWords =
  /godkänn|tillåt|samtyck|accept|allow|agree|consent|hyväksy|salli|suostu|godta|tillat|tillad|zustimm|akzeptier|erlaub|einwillig/i;

/** Consent is the only ground (IMY, Aller Media 2023-16452; LAW 12). */
const otherGrounds =
  /berättigat intresse|intresseavvägning|legitimate interest|oikeutettu etu|berettiget interesse|legitim interesse|berechtigtes interesse/i;

/** Feelings, fear and rewards steer (EDPB 03/2022; LAW 29). */
export const steering: readonly RegExp[] = [
  /bästa (möjliga )?upplevelse/i,
  /vi värnar/i,
  /din integritet är viktig/i,
  /okej?,? jag förstår/i,
  /förbättra din/i,
  /fungerar? sämre/i,
  /inte fungera/i,
  /\bmissa\b/i,
  /erbjudande/i,
  /rabatt/i,
  /tyvärr/i,
  /tråkigt/i,
  /bara fördelar/i,
  /skräddarsy/i,
  /relevant/i,
  /best (possible )?experience/i,
  /we (value|care about) your privacy/i,
  /sorry/i,
  /[😀-🙏🍪]/u,
  /!/,
];

/** The right to withdraw must be told before the answer (GDPR 7(3); LAW 22). */
const withdrawWords: Readonly<Record<string, RegExp>> = {
  sv: /återkalla|ta(r)? tillbaka/i,
  en: /withdraw/i,
  fi: /peruut/i,
  nb: /trekk/i,
  da: /træk/i,
  de: /widerruf/i,
};

const mostUnequal = 2; // one answer twice as long as the other is a steering of its own (LAW 16)

/** Every problem of the site's own texts, by language; `controller` is the legal name. */
export function textProblems(
  texts: Readonly<Record<string, unknown>>,
  controller: string,
): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  for (const code in texts) {
    const path = `ui.texts.${code}`;
    if (!languageCodes.includes(code)) {
      problems.push({
        path,
        message: `is no language that there are texts for. Write one of ${languageCodes.join(', ')}.`,
      });
      continue;
    }
    const own = texts[code] as Record<string, unknown>;
    addNames(own, textNames, path, controller, problems);
    addLaw(own, code, path, problems);
  }
  return problems;
}

/** Names that nobody knows, empty texts, and places that are not filled in. */
function addNames(
  own: Readonly<Record<string, unknown>>,
  names: TextNames,
  path: string,
  controller: string,
  problems: ConfigProblem[],
): void {
  for (const name in own) {
    const [text, known, place] = [own[name], names[name], `${path}.${name}`];
    const add = (message: string) => problems.push({ path: place, message });
    if (known === undefined || !Object.hasOwn(names, name)) {
      add(`is not known here. Known: ${Object.keys(names).join(', ')}.`);
    } else if (typeof known === 'object') {
      if (typeof text === 'object' && text !== null) {
        addNames(text as Record<string, unknown>, known, place, controller, problems);
      } else add('is no group of texts. Write an object.');
    } else if (typeof text !== 'string' || !text.trim()) {
      add('is empty. Write a text.');
    } else {
      const places = known.split(' ').filter(Boolean);
      for (const one of places) {
        if (text.includes(`{${one}}`)) continue;
        // The site may write its own name; the first layer must have it (LAW 23).
        if (one !== 'controller') add(`lacks {${one}}. Write it where that is to stand.`);
        else if (name === 'intro' && !text.includes(controller))
          add('does not name the controller. Write {controller} where the name is to stand.');
      }
      for (const [, one = ''] of text.matchAll(/\{(\w*)\}/g)) {
        if (places.includes(one)) continue;
        add(
          `has {${one}}, which nothing fills in. Known here: ${places.map((place) => `{${place}}`).join(', ') || 'none'}.`,
        );
      }
      if (otherGrounds.test(text)) {
        add('claims another ground than consent. Take it out: only consent is asked for.');
      }
      const phrase = steering.find((pattern) => pattern.test(text));
      if (phrase) add(`steers the visitor (${phrase.source}). Say plainly what happens.`);
    }
  }
}

/** The two answers, and the right to withdraw. */
function addLaw(
  own: Readonly<Record<string, unknown>>,
  code: string,
  path: string,
  problems: ConfigProblem[],
): void {
  const { accept, withdrawal } = own;
  for (const name of ['reject', 'onlyNecessary']) {
    const text = own[name];
    if (typeof text !== 'string') continue;
    if (acceptWords.test(text)) {
      problems.push({
        path: `${path}.${name}`,
        message: `is "${text}", which sounds like a yes. Name the refusal: what is necessary needs no consent.`,
      });
    }
  }
  const texts = [own.reject, accept].filter((text) => typeof text === 'string');
  const lengths = texts.map((text) => text.length);
  if (texts.length === 1) {
    problems.push({
      path,
      message: `has ${accept ? 'accept without reject' : 'reject without accept'}. Write both, in the same form.`,
    });
  } else if (Math.max(...lengths) > mostUnequal * Math.min(...lengths)) {
    problems.push({
      path,
      message: 'has accept and reject of very unequal length. Write both in the same form.',
    });
  }
  if (typeof withdrawal === 'string' && !withdrawWords[code]?.test(withdrawal)) {
    problems.push({
      path: `${path}.withdrawal`,
      message: 'does not say that consent can be withdrawn. Say so, and where.',
    });
  }
}
