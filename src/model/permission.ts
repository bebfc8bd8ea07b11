/** What a choice permits: the one reading of categories and single services. */
import { categoryNamed } from './category.ts';
import type { Choice } from './choice.ts';
import type { Service } from './service.ts';

/** True when `service` may run under `choice`. A single answer overrules that of its category. */
export function permitsService(choice: Choice | undefined, { id, category }: Service): boolean {
  return (
    category === 'necessary' || (choice?.services[id] ?? choice?.categories[category] ?? false)
  );
}

/** True when the category or service called `name` (id or alias) is accepted; an unknown name never is. */
export function permitsName(
  choice: Choice | undefined,
  services: readonly Service[],
  name: string,
): boolean {
  for (const service of services) if (service.id === name) return permitsService(choice, service);
  const category = categoryNamed(name);
  return category === 'necessary' || choice?.categories[category] === true;
}
