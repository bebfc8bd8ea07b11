/**
 * What samtycke has done in this page, and what it could not. Fetched only for `samtycke.explain()` and
 * the panel: it looks at the page as it is, and at what guard and wall have noted.
 */
import type { Config } from '../model/config.ts';
import type { Receipt } from '../model/receipt.ts';
import type { Service, StoredItem } from '../model/service.ts';
import type { Page } from '../page/page.ts';
import { readCookies } from '../page/read-cookies.ts';
import { notedRefusals } from '../page/refusals.ts';
import { absoluteUrl } from './absolute-url.ts';
import { createDeclared, type Match, storedKinds } from './declared.ts';
import type { Explanation, Finding } from './explanation.ts';
import { droppedCalls } from './held-by-guard.ts';
import { createPermittedAt } from './permitted-at.ts';
import { remedies, remedyForRequest } from './remedies.ts';
import { requestsMade } from './requests-made.ts';
import { shown, taggedInPage } from './tagged-in-page.ts';

/** What it asks of the running product. */
export interface Asked {
  allows(name: string): boolean;
  receipts(): Promise<readonly Receipt[]>;
}

/** The start of every policy of ours. */
const ownPolicy = "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:";

/** `config` has all that is known of its services; `problems` are what is wrong with the site's own. */
export async function explain(
  page: Page,
  api: Asked,
  config: Pick<Config, 'services' | 'optional' | 'policyVersion' | 'endpoint'>,
  problems: readonly string[],
): Promise<Explanation> {
  const { document, window } = page;
  const declared = createDeclared(config);
  const permittedAt = createPermittedAt(config, await api.receipts().catch(() => []));
  const isAllowed = ({ id }: Service) => api.allows(id);
  const refusals = notedRefusals(page);
  const guard = page.held !== undefined;

  const held = collector();
  const released = collector();
  const slipped = collector();
  const undeclared = collector();

  const elements = taggedInPage(document, config, declared);
  const inPage = new Set(elements.map(({ what }) => what));
  const byGuard = new Set((page.held ?? []).map(([what]) => String(what)));
  const wasByGuard = (what: string) =>
    byGuard.has(what) || [...byGuard].some((one) => absoluteUrl(one, document.baseURI) === what);

  for (const { isHeld, what, how, match, categories, unknown, isInShadow } of elements) {
    const ring = wasByGuard(what) ? 'page' : 'markup';
    const rule = ring === 'page' ? ruleOf(what, match) : match.rule;
    const finding = { kind: 'element', what: shown(what), how, ring, rule } as const;
    const common = { ...finding, ...belongsTo(match), categories: categories.join(', ') };
    if (!isHeld) {
      released.add({ ...common, why: 'accepted', remedy: '' });
      continue;
    }
    held.add({
      ...common,
      why: unknown[0] ? `nobody is asked about ${unknown.join(', ')}` : whyHeld(categories),
      remedy: remedies[unknown[0] ? 'unknownTag' : isInShadow ? 'inShadow' : 'none'],
    });
  }

  for (const { kind, what, how, match } of droppedCalls(page, declared, inPage)) {
    held.add({
      ...{ kind, what: shown(what), how, ring: 'page', rule: match.rule, ...belongsTo(match) },
      why: 'was not accepted when it was called',
      remedy: remedies.none,
    });
  }

  for (const { url, directive, policy } of refusals ?? []) {
    const match = declared.ofUrl(url, document.baseURI);
    const isOurs = policy.startsWith(ownPolicy);
    held.add({
      ...{ kind: 'request', what: shown(url), how: directive, ring: 'wall', ...belongsTo(match) },
      rule: match.rule || (isOurs ? 'not in allow' : 'a policy of the site'),
      why: isOurs ? 'the wall was not open to it' : "refused by the site's own policy",
      remedy: isOurs && !match.rule ? remedies.refused : remedies.none,
    });
  }

  const ownHosts = new Set([window.location.host, hostOf(config.endpoint, document.baseURI)]);
  for (const { url, by, at } of requestsMade(page)) {
    const match = declared.ofUrl(url, document.baseURI);
    const finding = {
      kind: 'request',
      how: by,
      ring: '',
      rule: match.rule,
      ...belongsTo(match),
    } as const;
    if (!match.services[0]) {
      const host = hostOf(url, document.baseURI);
      if (!/^(https?|wss?):/.test(url) || ownHosts.has(host) || isOwnFile(url)) continue;
      undeclared.add({
        ...{ ...finding, what: host, why: 'no service declares this host' },
        remedy: remedies.undeclared,
      });
    } else if (!match.services.some((service) => permittedAt(service, at))) {
      const stood = elements.find(({ what }) => what === url);
      slipped.add({
        ...{ ...finding, what: shown(url), why: 'was asked for before a yes' },
        remedy: remedyForRequest(by, guard, stood !== undefined && !wasByGuard(url)),
      });
    }
  }

  for (const [kind, name] of storedNames(page)) {
    const match = declared.ofName(kind, name);
    if (!match.services[0] || match.services.some(isAllowed)) continue;
    slipped.add({
      ...{ kind: storedKinds[kind], what: name, how: '', ring: '', rule: match.rule },
      ...{ ...belongsTo(match), why: 'is stored without a yes' },
      remedy: guard ? remedies.storedBesideGuard : remedies.stored,
    });
  }

  function ruleOf(what: string, match: Match): string {
    return declared.ofUrl(what, document.baseURI).rule || declared.ofCode(what).rule || match.rule;
  }

  function whyHeld(categories: readonly string[]): string {
    const refused = categories.filter((name) => !api.allows(name));
    return refused[0]
      ? `${refused.join(', ')} is not accepted`
      : 'accepted: starts when its turn comes';
  }

  return {
    version: __VERSION__,
    page: window.location.href,
    rings: { guard, wall: refusals !== undefined },
    accepted: Object.fromEntries(config.optional.map((id) => [id, api.allows(id)])),
    problems,
    held: held.all(),
    released: released.all(),
    slipped: slipped.all(),
    undeclared: undeclared.all(),
  };
}

/** What is the same is one line, with how often. */
function collector() {
  const found = new Map<string, Finding>();
  return {
    add(finding: Omit<Finding, 'times'>) {
      const key = [finding.kind, finding.what, finding.how, finding.why].join('\n');
      found.set(key, { ...finding, times: (found.get(key)?.times ?? 0) + 1 });
    },
    all: () => [...found.values()],
  };
}

function belongsTo({ services }: Match): Pick<Finding, 'services' | 'categories'> {
  return {
    services: services.map(({ id }) => id).join(', '),
    categories: [...new Set(services.map(({ category }) => category))].join(', '),
  };
}

function* storedNames(
  page: Page,
): Generator<readonly [kind: NonNullable<StoredItem['kind']>, name: string]> {
  for (const [name] of readCookies(page)) if (name) yield ['cookie', name];
  for (const [kind, area] of [
    ['local', 'localStorage'],
    ['session', 'sessionStorage'],
  ] as const) {
    try {
      for (const name of Object.keys(page.window[area])) yield [kind, name];
    } catch {
      // no storage here: nothing is stored
    }
  }
}

function hostOf(url: string, base: string): string {
  return URL.canParse(url, base) ? new URL(url, base).host : '';
}

/** Our own files may come from a host of their own. */
function isOwnFile(url: string): boolean {
  return /\/samtycke(\.[\w.-]+)?\.js([?#]|$)/.test(url);
}
