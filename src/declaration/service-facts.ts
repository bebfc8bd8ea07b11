/** What is to be known of a service, in words (LAW 31, 35; GDPR 13(1)(e), (f)). */
import type { DetailTexts } from '../languages/details/texts.ts';
import {
  type DataKind,
  type LocalText,
  type Recipient,
  roles,
  type StoredItem,
} from '../model/service.ts';
import { inLanguage } from './in-language.ts';
import type { ServiceTexts } from './service-texts.ts';

/** A term and what it is. */
export type Fact = readonly [term: string, text: string];

/** What puts facts into words; made once, since 500 services would each ask for a formatter of their own. */
export interface FactLanguage {
  readonly d: DetailTexts;
  readonly lang: string;
  countryOf(code: string): string;
  number(value: number): string;
}

export function factLanguage(d: DetailTexts, lang: string): FactLanguage {
  // Made when a list is opened: browsers take milliseconds to make one.
  let countries: Intl.DisplayNames | undefined;
  let numbers: Intl.NumberFormat | undefined;
  return {
    d,
    lang,
    countryOf(code) {
      countries ??= new Intl.DisplayNames(lang, { type: 'region' });
      return countries.of(code) ?? code;
    },
    // The language's own separators: 1 000, with a space that does not break (LAW 67).
    number(value) {
      numbers ??= new Intl.NumberFormat(lang);
      return numbers.format(value);
    },
  };
}

/** The facts of a service in order: provider, others who get data, kinds of data, country and ground, reason. */
export function serviceFacts(service: ServiceTexts, language: FactLanguage): readonly Fact[] {
  const { d, lang, countryOf } = language;
  const { provider, role, recipients = [], data = [], country, transfer, reason } = service;
  const facts: Fact[] = [];
  const add = (term: string, text: string | false | undefined) => {
    if (text) facts.push([term, text]);
  };
  add(d.provider, provider && (role ? `${provider}, ${d.roles[role]}` : provider));
  for (const one of roles) {
    const members = recipients.filter(({ role }) => role === one);
    add(d.recipients[one], members.map((member) => recipientInWords(member, language)).join('; '));
  }
  add(d.data, data.map((kind) => dataInWords(kind, language)).join(', '));
  if (country && transfer)
    add(d.transferred, `${d.transfer(countryOf(country))} ${d.grounds[transfer]}`);
  else add(d.country, country && countryOf(country));
  add(d.reason, inLanguage(reason, lang));
  return facts;
}

function recipientInWords(
  { name, country, transfer }: Recipient,
  { d, countryOf }: FactLanguage,
): string {
  const where = country ? `${name} (${countryOf(country)})` : name;
  return transfer ? `${where}. ${d.grounds[transfer]}` : where;
}

/** A kind of data in words: of ours, or the site's own. */
export function dataInWords(
  data: DataKind | LocalText | undefined,
  { d, lang }: FactLanguage,
): string {
  const known = typeof data === 'string' && (d.dataKinds as Record<string, string>)[data];
  return known || inLanguage(data, lang);
}

const daysOfYear = 365;

/** How long an item is kept, in words: "2 år", "182 dagar". */
export function durationInWords({ days }: StoredItem, { d, number }: FactLanguage): string {
  if (days === undefined) return d.untilRemoved;
  if (!days) return d.untilClosed;
  const years = days / daysOfYear;
  return years % 1 ? d.days(number(days)) : d.years(number(years));
}

/** Where an item is kept, and by whom. */
export function kindInWords({ kind = 'cookie', thirdParty }: StoredItem, d: DetailTexts): string {
  return thirdParty ? `${d.kinds[kind]}, ${d.thirdParty}` : d.kinds[kind];
}

/** What is in an item: the kind of data, and what it is for. */
export function contentInWords(
  { name, data, purpose }: StoredItem,
  stored: ServiceTexts['stored'],
  language: FactLanguage,
): string {
  const kind = dataInWords(data ?? stored?.[name], language);
  return [kind, inLanguage(purpose, language.lang)].filter(Boolean).join('. ');
}
