/** What is set beside each other: pages that differ only in what stands first in `<head>`. */

export interface Candidate {
  readonly name: string;
  readonly head: string;
  /** The cookie that the page has when it is opened. */
  readonly cookie?: string;
}

const hour = 3_600_000; // 1 h in ms
const at = (ms: number) => new Date(Date.now() + ms).toISOString();

/** A visitor who has answered: the pages show nothing, and only the guard is measured. */
const answered = (statistics: 0 | 1) =>
  `samtycke=v=1&p=1&t=${at(-hour)}&u=${at(hour)}&c.statistics=${statistics}`;

const host = (i: number) => `tracker-${i}.example`;

function samtycke(services: number): string {
  const config = {
    controller: { name: 'Solexempel AB' },
    policyUrl: '/integritet',
    endpoint: '/v1/receipts',
    services: Array.from({ length: services }, (_, i) => ({
      id: `tracker-${i}`,
      category: 'statistics',
      hosts: [host(i)],
      snippets: [`tracker${i}(`],
      storage: [{ name: `_t${i}_*` }],
    })),
  };
  return `<script type="application/json" id="samtycke-config">${JSON.stringify(config)}</script><script src="/measured/samtycke.guard.js"></script>`;
}

const blacklist = Array.from({ length: 5 }, (_, i) => `/${host(i).replace('.', '\\.')}/`);

/** The first one is what the others are compared with. */
export const candidates: readonly Candidate[] = [
  { name: 'nothing', head: '' },
  {
    name: 'yett',
    head: `<script>window.YETT_BLACKLIST = [${blacklist}]</script><script src="/measured/yett.js"></script>`,
  },
  {
    name: 'c15t',
    head: '<script src="/measured/c15t.js"></script><script>c15t.createIframeBlocker({}, { necessary: true, measurement: false })</script>',
  },
  { name: 'guard, 5 services', head: samtycke(5), cookie: answered(0) },
  { name: 'guard, 500 services', head: samtycke(500), cookie: answered(0) },
  { name: 'guard, accepted', head: samtycke(5), cookie: answered(1) },
];
