/** What in a configuration is no configuration, and what of a valid one is against the law. */
import { configAdvice } from '../../model/config-advice.ts';
import { configProblems } from '../../model/config-problems.ts';
import { parseConfig } from '../../model/parse-config.ts';
import { namePattern, type Service, type ServiceRule } from '../../model/service.ts';
import { createUrlRules } from '../../model/url-rules.ts';
import { abouts } from '../../services/abouts.ts';
import type { Finding } from './finding.ts';

/** Options that people ask for and the law does not know, by a part of their name. */
const unlawful: readonly (readonly [RegExp, string])[] = [
  [
    /wall|blockPage|mustConsent|forceConsent|payOr|consentOrPay/i,
    'There is no wall: a visitor must be able to use the site without accepting (GDPR 7(4), EDPB Opinion 08/2024). Remove it.',
  ],
  [
    /legal_?basis|legitimate_?interest|berattigat/i,
    'Storing and reading on the device needs consent or must be necessary; a legitimate interest is no ground for it (LEK 9 kap. 28 §; IMY, Aller Media 2023-16452). Remove it; the category decides.',
  ],
];

const longestWithoutWarningDays = 365;

/** What consent cannot be informed without (PTS; Planet49 C-673/17); what else is missing may be meant. */
const mustBeTold = /\.(provider|purpose|storage)$/;

/**
 * Findings in the configuration that a file holds; `known` are the services that need no description, `site` is
 * the address that the pages are served at, if it is known.
 */
export function configFindings(
  input: unknown,
  known: Readonly<Record<string, ServiceRule>>,
  where: string,
  site?: string,
): readonly Finding[] {
  const findings: Finding[] = [];
  const add = (severity: Finding['severity'], path: string, message: string) =>
    findings.push({ where, severity, message: path ? `${path} ${message}` : message });

  for (const { path, message } of configProblems(input, known)) {
    const key = path.split('.').at(-1) ?? '';
    const law = unlawful.find(([name]) => name.test(key))?.[1];
    add('error', path, law ? `is no option. ${law}` : message);
  }
  if (findings.length > 0) return findings;

  const {
    services = [],
    cookie,
    controller,
  } = input as {
    readonly services?: readonly (string | Service)[];
    readonly cookie?: { readonly maxAgeDays?: number };
    readonly controller: { readonly email?: string; readonly address?: string };
  };
  for (const [i, entry] of services.entries()) {
    if (typeof entry === 'string') continue;
    const path = `services[${i}] (${entry.id})`;
    if (isNecessary(entry)) {
      const reason = necessityProblem(entry, known);
      if (reason) add('error', path, reason);
    }
  }
  const siteHost = site && URL.canParse(site) ? new URL(site).hostname : undefined;
  for (const { path, message } of configAdvice(parseConfig(input, known), abouts, siteHost)) {
    add(mustBeTold.test(path) ? 'error' : 'warning', path, message);
  }
  if ((cookie?.maxAgeDays ?? 0) > longestWithoutWarningDays) {
    add(
      'warning',
      'cookie.maxAgeDays',
      `is ${cookie?.maxAgeDays}. No Swedish rule sets a limit, but 6 months (182) is good practice and more than 12 is long.`,
    );
  }
  if (!controller.email && !controller.address) {
    add(
      'warning',
      'controller',
      'has neither email nor address. Visitors must be able to reach who is responsible (GDPR 13(1)(a)).',
    );
  }
  return findings;
}

function isNecessary({ category }: Service): boolean {
  return /^(necessary|essential|c0001)$/i.test(category);
}

/** Why a service may not be called necessary, or nothing. */
function necessityProblem(
  service: Service,
  known: Readonly<Record<string, ServiceRule>>,
): string | undefined {
  const usual = Object.hasOwn(known, service.id) ? known[service.id] : serviceOf(service, known);
  if (usual && usual.category !== 'necessary') {
    return `is in "necessary", but is ${usual.id}, which is ${usual.category}: that needs consent, and Sweden has no exemption for statistics (PTS). Write "category": "${usual.category}".`;
  }
  // A reason where there is one of its own; else the purpose must name what the visitor has asked for.
  const { reason = service.purpose } = service;
  if (!reason) {
    return 'is in "necessary" without a reason. Write which function that the visitor has asked for needs it (LEK 9 kap. 28 §).';
  }
  return undefined;
}

/** The known service that `service` is under another id: it is reached at the same place or stores the same. */
function serviceOf(
  service: Service,
  known: Readonly<Record<string, ServiceRule>>,
): ServiceRule | undefined {
  const rules = Object.values(known);
  const { servicesOf } = createUrlRules(rules);
  const [reached] = (service.hosts ?? []).flatMap((host) => servicesOf(`https://${host}`));
  if (reached) return reached;
  const stores = (name: string) => service.storage?.some((item) => namePattern(name)(item.name));
  return rules.find(({ storage }) => storage?.some(({ name }) => stores(name)));
}
