/** Known services as the configuration names them, filled in. */
import type { Config } from './config.ts';
import type { ServiceRule } from './service.ts';

/** `config` with all that is known of its known services; what the site wrote itself goes first. */
export function completeConfig(
  config: Config,
  rules: Readonly<Record<string, ServiceRule>>,
): Config {
  const services = config.services.map((service) =>
    Object.hasOwn(rules, service.id) ? { ...rules[service.id], ...service } : service,
  );
  return { ...config, services };
}
