/** The declaration as HTML, for pages that must say it without JavaScript. */
import { everyLanguage } from '../languages/every-language.ts';
import type { Language } from '../languages/language-for.ts';
import { withOwnTexts } from '../languages/own-texts.ts';
import type { Config } from '../model/config.ts';
import { categoryTexts } from './category-texts.ts';
import { declarationView, defaultLevel } from './declaration-view.ts';
import { factLanguage } from './service-facts.ts';
import { serviceTexts } from './service-texts.ts';
import { servicesOf } from './services-of.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** A string that is HTML already. */
class Html {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] as string);

function element(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Html | string)[]
): Html {
  const list = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const inside = children.map((child) => (child instanceof Html ? child.source : escaped(child)));
  return new Html(`<${tag}${list.join('')}>${inside.join('')}</${tag}>`);
}

/** `<samtycke-declaration>` with all that it shows; where JavaScript runs, it is made anew from the page's configuration. */
export function declarationHtml(config: Config, language: Language, level = defaultLevel): string {
  const own = config.ui?.texts?.[language] ?? {};
  const t = withOwnTexts(everyLanguage[language].texts, own);
  const d = withOwnTexts(everyLanguage[language].details, own.details);
  const parts = declarationView(
    element,
    {
      config,
      t,
      ...factLanguage(d, t.lang),
      categoryOf: (id) => categoryTexts(config, t, id),
      servicesOf: (id) => servicesOf(config, d, id),
      textsOf: (service) => serviceTexts(service, d, t.lang),
    },
    level,
  );
  const attributes = { lang: t.lang, ...(level !== defaultLevel && { 'data-level': `${level}` }) };
  return `${element('samtycke-declaration', attributes, ...parts).source}\n`;
}
