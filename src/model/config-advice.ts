/**
 * What a valid configuration still lacks for the visitor to be well informed. Nothing
 * stops for it: it is said in the console of a developer's own machine, and by the tools.
 */
import type { Config } from './config.ts';
import type { ConfigProblem } from './config-problem.ts';
import {
  lix,
  longestSentence,
  mostLix,
  sentencesOf,
  typographySlips,
  wordsOf,
} from './readability.ts';
import type { ServiceAbout } from './service.ts';

/** The members of the EEA, where no ground for a transfer is needed (GDPR 44). */
const eea =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(
    ' ',
  );

/** Of a label or two words the index says nothing: the share of long words in so few is chance. */
const leastWords = 10;

/**
 * What to write, in the order of the services, each with the row of the law's checklist it serves.
 * `siteHost`: where the pages are served, if that is known.
 */
export function configAdvice(
  { services, ui, endpoint }: Pick<Config, 'services' | 'ui' | 'endpoint'>,
  abouts: Readonly<Record<string, ServiceAbout>>,
  siteHost?: string,
): readonly ConfigProblem[] {
  const advice: ConfigProblem[] = [];
  const receiver = URL.canParse(endpoint) ? new URL(endpoint).hostname : siteHost;
  if (siteHost && receiver && ownerOf(receiver) !== ownerOf(siteHost)) {
    // LAW 60: who keeps the receipts for the site is its processor, and visitors are told.
    const isTold = services.some(({ hosts, role }) => role && hosts?.includes(receiver));
    if (!isTold) {
      advice.push({
        path: 'endpoint',
        message: `is at ${receiver}. Declare who keeps the receipts as a service in "necessary", with this host, its provider and the role processor.`,
      });
    }
  }
  services.forEach((own, place) => {
    const known = abouts[own.id];
    const service = { ...known, ...own };
    const say = (key: string, message: string) =>
      advice.push({ path: `services[${place}]${key}`, message });
    // LAW 31: who, what for, what, how long.
    if (!service.provider) say('.provider', 'is missing. Name the company behind it.');
    if (!service.purpose && !known) say('.purpose', 'is missing. Say what it is used for.');
    if (!service.role) say('.role', 'is missing. Write processor, controller or joint.');
    if (!service.storage) say('.storage', 'is missing. Write [] when it stores nothing.');
    if (!service.data?.length) say('.data', 'is missing. Say what kinds of data it gets.');
    service.storage?.forEach(({ name, data, purpose }, item) => {
      if (!data && !purpose && !known?.stored?.[name]) {
        say(`.storage[${item}].data`, `is missing. Say what is in ${name}.`);
      }
    });
    const { country, transfer } = service;
    if (!country) say('.country', 'is missing. Write where data may go.');
    else if (!eea.includes(country) && !transfer) {
      say('.transfer', `is missing. Data may go to ${country}: write on what ground.`);
    }
    service.recipients?.forEach((one, recipient) => {
      if (one.country && !eea.includes(one.country) && !one.transfer) {
        say(`.recipients[${recipient}].transfer`, `is missing. Write on what ground.`);
      }
    });
    if (service.category === 'necessary' && !service.reason) {
      say('.reason', 'is missing. Say which function that the visitor has asked for needs it.');
    }
  });
  return [...advice, ...styleAdvice(ui?.texts?.sv ?? {}, 'ui.texts.sv')];
}

/** Of `kvitton.exempel.se` and `www.exempel.se` the same: near enough to a registrable domain for advice. */
function ownerOf(host: string): string {
  return host.split('.').slice(-2).join('.');
}

/** Swedish texts of the site's own: as plain as ours, and in the same typography (LAW 65, 67). */
function styleAdvice(texts: object, path: string): readonly ConfigProblem[] {
  return Object.entries(texts).flatMap(([name, text]): readonly ConfigProblem[] => {
    const place = `${path}.${name}`;
    if (typeof text !== 'string') return styleAdvice(Object(text), place);
    const slips = typographySlips(text).map((slip) => ({ path: place, message: `has ${slip}.` }));
    const words = wordsOf(text).length;
    const most = Math.max(...sentencesOf(text).map((sentence) => wordsOf(sentence).length));
    const index = Math.round(lix(text));
    if (most > longestSentence) {
      slips.push({ path: place, message: `has a sentence of ${most} words. Write two.` });
    }
    if (words > leastWords && index > mostLix) {
      slips.push({
        path: place,
        message: `is hard to read (LIX ${index}, at most ${mostLix}). Use shorter words and sentences.`,
      });
    }
    return slips;
  });
}
