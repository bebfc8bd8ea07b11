/** What a choice permits: the one reading of categories and single services. */
import { builtInCategories, categoryNamed } from './category.ts';
import type { Choice } from './choice.ts';
import type { Config } from './config.ts';
import type { Service } from './service.ts';

/** True when `service` may run under `choice`. A single answer overrules that of its category. */
export function permitsService(choice: Choice | undefined, { id, category }: Service): boolean {
  return (
    category === 'necessary' || (choice?.services[id] ?? choice?.categories[category] ?? false)
  );
}

/**
 * True when the category or service called `name` (id or alias) is accepted, false when it is
 * not, `undefined` when this site knows no such name: nothing of that name may run either.
 */
export function permitsName(
  choice: Choice | undefined,
  { services, optional }: Pick<Config, 'services' | 'optional'>,
  name: string,
): boolean | undefined {
  for (const service of services) if (service.id === name) return permitsService(choice, service);
  const category = categoryNamed(name);
  if (category === 'necessary') return true;
  const known =
    optional.includes(category) || (builtInCategories as readonly string[]).includes(category);
  return known ? choice?.categories[category] === true : undefined;
}

/** True when anything may run under `next` that may not `now`, whatever was named. */
export function permitsMore(
  next: Choice,
  { optional, services }: Pick<Config, 'services' | 'optional'>,
  now: { readonly choice: Choice | undefined; allows(name: string): boolean },
): boolean {
  return (
    optional.some((id) => next.categories[id] && !now.allows(id)) ||
    services.some((service) => permitsService(next, service) && !now.allows(service.id)) ||
    Object.keys(next.services).some((id) => next.services[id] && !now.choice?.services[id])
  );
}
