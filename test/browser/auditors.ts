/** Three auditors of accessibility, each with rules of its own: axe, HTML_CodeSniffer (pa11y's) and IBM's. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright/test';

const { resolve } = createRequire(import.meta.url);
const scripts = [
  'axe-core/axe.min.js',
  'html_codesniffer/build/HTMLCS.js',
  'accessibility-checker-engine/ace-window.js',
].map((path) => readFileSync(resolve(path), 'utf8'));

interface Auditors {
  readonly axe: { run(): Promise<AxeResults> };
  readonly HTMLCS: {
    process(standard: string, content: Document, done: () => void): void;
    getMessages(): readonly {
      readonly type: number;
      readonly code: string;
      readonly msg: string;
      readonly element: Element;
    }[];
  };
  readonly ace_ibma: {
    readonly Checker: new () => {
      check(
        content: Document,
        rules: readonly string[],
      ): Promise<{
        readonly results: readonly {
          readonly ruleId: string;
          readonly value: readonly [string, string];
          readonly message: string;
          readonly snippet: string;
        }[];
      }>;
    };
  };
}

/** What the three find wrong with the page as it stands now, each with its element. */
export async function complaints(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    for (const script of scripts) await page.evaluate(script);
  }
  return page.evaluate(async () => {
    const { axe, HTMLCS, ace_ibma: ibm } = window as unknown as Auditors;
    const found: string[] = [];
    for (const { id, nodes } of (await axe.run()).violations) {
      found.push(`axe ${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    }
    await new Promise<void>((done) => HTMLCS.process('WCAG2AA', document, done));
    for (const { type, code, msg, element } of HTMLCS.getMessages()) {
      const error = 1; // 2 and 3 are what a human should look at
      if (type === error) found.push(`HTMLCS ${code}: ${msg} ${element.outerHTML.slice(0, 200)}`);
    }
    const { results } = await new ibm.Checker().check(document, ['WCAG_2_2']);
    for (const { ruleId, value, message, snippet } of results) {
      // POTENTIAL and MANUAL are questions, such as each button that something could cover.
      if (value[0] === 'VIOLATION' && value[1] === 'FAIL') {
        found.push(`IBM ${ruleId}: ${message} ${snippet.slice(0, 200)}`);
      }
    }
    return found;
  });
}
