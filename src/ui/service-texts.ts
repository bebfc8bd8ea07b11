import type { Texts } from '../languages/texts.ts';
import type { Service } from '../model/service.ts';
import { abouts } from '../services/abouts.ts';

/** A service as the visitor reads it: the site's own words over what is known of it. */
export interface ServiceTexts extends Service {
  readonly name: string;
  readonly purpose: string;
}

export function serviceTexts(service: Service, t: Texts): ServiceTexts {
  const all: Service = { ...abouts[service.id], ...service };
  const { purpose = '', name = all.provider ?? all.id } = all;
  return { ...all, name, purpose: typeof purpose === 'string' ? purpose : (purpose[t.lang] ?? '') };
}
