/** What the settings, the stand-ins and the elements work with: a layer's context with every text. */

import { type FactLanguage, factLanguage } from '../declaration/service-facts.ts';
import { type ServiceTexts, serviceTexts as textsOf } from '../declaration/service-texts.ts';
import { detailsSv } from '../languages/details/sv.ts';
import type { DetailTexts } from '../languages/details/texts.ts';
import { withOwnTexts } from '../languages/own-texts.ts';
import { settingsSv } from '../languages/settings/sv.ts';
import type { AllTexts } from '../languages/texts.ts';
import type { Service } from '../model/service.ts';
import type { LayerContext } from './layer.ts';

export interface DetailedContext extends LayerContext {
  readonly t: AllTexts;
  readonly language: FactLanguage;
  serviceTexts(service: Service): ServiceTexts;
  /** Texts of a part with the site's own in their place. */
  inOwnWords<Texts extends object>(texts: Texts, part: 'myReceipts'): Texts;
}

/** `details` of another language than Swedish, which is here. */
export function detailedContext(context: LayerContext, details?: DetailTexts): DetailedContext {
  const { client, t } = context;
  const own = client.config.ui?.texts?.[t.lang];
  const d = withOwnTexts(details ?? detailsSv, own?.details);
  return {
    ...context,
    t: details ? (t as AllTexts) : { ...withOwnTexts(settingsSv, own), ...t },
    language: factLanguage(d, t.lang),
    serviceTexts: (service) => textsOf(service, d, t.lang),
    inOwnWords: (texts, part) => withOwnTexts(texts, own?.[part]),
  };
}
