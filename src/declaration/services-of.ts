import type { DetailTexts } from '../languages/details/texts.ts';
import type { CategoryId } from '../model/category.ts';
import type { Config } from '../model/config.ts';
import type { Service } from '../model/service.ts';

/** The services of a category; what we store ourselves is necessary, and said too (LAW 32). */
export function servicesOf(config: Config, d: DetailTexts, id: CategoryId): readonly Service[] {
  const members = config.services.filter(({ category }) => category === id);
  if (id !== 'necessary') return members;
  const { name } = config.controller;
  const own: Service = {
    id: 'samtycke',
    category: id,
    name,
    provider: name,
    purpose: d.ownPurpose,
    reason: d.ownReason,
    storage: [
      { name: config.cookieName, days: config.maxAgeDays, data: 'choices' },
      { name: 'samtycke.*', kind: 'local', data: 'choices' },
    ],
  };
  return [own, ...members];
}
