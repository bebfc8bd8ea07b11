/** Known services as the configuration names them, filled in. */
import type { Config } from './config.ts';
import type { Service, ServiceRule } from './service.ts';

/** `services` with all that is known of them; what the site wrote itself goes first. */
export function completeServices(
  services: readonly Service[],
  rules: Readonly<Record<string, Partial<ServiceRule>>>,
): readonly Service[] {
  const complete: Service[] = [];
  // A loop: in the head, 500 services must cost no call for each.
  for (const service of services) {
    const { id } = service;
    complete.push(Object.hasOwn(rules, id) ? { ...rules[id], ...service } : service);
  }
  return complete;
}

/** `config` with its services completed. */
export function completeConfig(
  config: Config,
  rules: Readonly<Record<string, Partial<ServiceRule>>>,
): Config {
  return { ...config, services: completeServices(config.services, rules) };
}
