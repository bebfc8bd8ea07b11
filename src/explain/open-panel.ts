/** The developer's panel: what `samtycke.explain()` tells, as a page reads it. In English, as code is. */
import type { Page } from '../page/page.ts';
import type { Explanation, Finding } from './explanation.ts';
import { panelCss } from './panel-styles.ts';

const id = 'samtycke-debug-panel';

const sections = [
  ['slipped', 'Slipped out', 'Left this page, or was stored, without a yes.'],
  ['held', 'Held', 'Waits for a yes, or was dropped: calls of the past are not repeated.'],
  ['undeclared', 'Undeclared hosts', 'Hosts of others that no service declares.'],
  ['released', 'Released', 'Started after a yes.'],
] as const;

const columns: readonly (readonly [name: string, of: (finding: Finding) => string])[] = [
  ['What', ({ what }) => what],
  ['How', ({ kind, how, times }) => `${how || kind}${times > 1 ? ` × ${times}` : ''}`],
  [
    'Service',
    ({ services, categories }) => (services ? `${services} (${categories})` : categories),
  ],
  ['Ring', ({ ring }) => ring],
  ['Rule', ({ rule }) => rule],
  ['Why', ({ why }) => why],
  ['Remedy', ({ remedy }) => remedy],
];

/** Opens it, or moves into the one that is open. */
export function openPanel(page: Page, api: { explain(): Promise<Explanation> }): void {
  const { document, window } = page;
  if (document.getElementById(id)) return;
  const make = (name: string, ...content: readonly (Node | string)[]) => {
    const element = document.createElement(name);
    element.append(...content);
    return element;
  };
  const button = (label: string, act: () => void) => {
    const element = make('button', label);
    element.addEventListener('click', act);
    return element;
  };

  const host = make('div');
  host.id = id;
  host.lang = 'en';
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(panelCss);
  root.adoptedStyleSheets = [sheet];

  const title = make('h2', 'samtycke');
  title.id = 'title';
  const summary = make('p');
  summary.role = 'status';
  const body = make('div');
  body.className = 'body';
  body.tabIndex = 0; // scrolls by keyboard
  body.role = 'group';
  body.ariaLabel = 'Findings';

  const table = (findings: readonly Finding[]) => {
    const head = make('tr', ...columns.map(([name]) => make('th', name)));
    for (const cell of head.children) cell.setAttribute('scope', 'col');
    const rows = findings.map((finding) =>
      make('tr', ...columns.map(([, of]) => make('td', of(finding)))),
    );
    const box = make('div', make('table', make('thead', head), make('tbody', ...rows)));
    box.className = 'scroll';
    return box;
  };

  const show = (told: Explanation) => {
    const accepted = Object.entries(told.accepted)
      .filter(([, yes]) => yes)
      .map(([name]) => name);
    const { guard, wall } = told.rings;
    summary.textContent = `${told.version} · accepted: ${accepted.join(', ') || 'nothing'} · guard: ${guard ? 'yes' : 'no'} · wall: ${wall ? 'yes' : 'no'}`;
    const problems = told.problems.map((problem) => {
      const line = make('p', `Configuration: ${problem}`);
      line.className = 'problem';
      return line;
    });
    const parts = sections.map(([key, name, note]) => {
      const findings = told[key];
      const text = make('p', findings.length > 0 ? note : `${note} Nothing.`);
      text.className = 'note';
      const details = make(
        'details',
        make('summary', name, make('b', String(findings.length))),
        text,
        ...(findings.length > 0 ? [table(findings)] : []),
      ) as HTMLDetailsElement;
      details.open = findings.length > 0;
      if (key === 'slipped' && findings.length > 0) details.className = 'bad';
      return details;
    });
    body.replaceChildren(...problems, ...parts);
  };
  const refresh = () => {
    api.explain().then(show, (cause) => {
      summary.textContent = `samtycke could not explain itself: ${cause}`;
    });
  };

  const close = () => host.remove();
  const panel = make(
    'aside',
    make('header', title, summary, button('Look again', refresh), button('Close', close)),
    body,
  );
  panel.setAttribute('aria-labelledby', title.id);
  panel.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  root.append(panel);
  document.body.append(host);
  refresh();
}
