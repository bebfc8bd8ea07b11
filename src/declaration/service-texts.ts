import type { DetailTexts } from '../languages/details/texts.ts';
import type { Service } from '../model/service.ts';
import { abouts } from '../services/abouts.ts';
import { inLanguage } from './in-language.ts';

/** A service as the visitor reads it: the site's own words over what is known of it. */
export interface ServiceTexts extends Service {
  readonly name: string;
  readonly purpose: string;
}

export function serviceTexts(service: Service, d: DetailTexts, lang: string): ServiceTexts {
  const all: Service = { ...abouts[service.id], ...service };
  const { purpose = d.purposes[all.id], name = all.provider ?? all.id } = all;
  return { ...all, name, purpose: inLanguage(purpose, lang) };
}
