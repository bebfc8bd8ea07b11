/** What a receiver counts, in the text format of Prometheus (https://prometheus.io/docs/instrumenting/exposition_formats/). */
import type { AddResult, StoreFigures } from './store.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'];

/** Counts requests and receipts; no label can hold what a client made up. */
export function createMetrics() {
  const requests = new Map<string, number>();
  const outcomes = new Map<AddResult['outcome'], number>([
    ['added', 0],
    ['known', 0],
    ['conflict', 0],
  ]);
  const count = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1);
  return {
    request(method: string, route: string, status: number): void {
      const known = methods.includes(method) ? method : 'other';
      count(requests, `method="${known}",route="${route}",status="${status}"`);
    },
    receipt(outcome: AddResult['outcome']): void {
      count(outcomes, outcome);
    },
    /** The page that Prometheus reads. */
    text({ waiting, waitedMs, commits, committedReceipts, commitSeconds }: StoreFigures): string {
      const lines: string[] = [];
      const metric = (
        name: string,
        type: 'counter' | 'gauge',
        help: string,
        values: Iterable<readonly [labels: string, value: number]>,
      ) => {
        lines.push(`# HELP samtycke_${name} ${help}`, `# TYPE samtycke_${name} ${type}`);
        for (const [labels, value] of values) {
          lines.push(`samtycke_${name}${labels && `{${labels}}`} ${value}`);
        }
      };
      metric('requests_total', 'counter', 'Answered requests.', requests);
      metric(
        'receipts_total',
        'counter',
        'Receipts by what became of them.',
        [...outcomes].map(([outcome, value]) => [`outcome="${outcome}"`, value] as const),
      );
      metric('commits_total', 'counter', 'Transactions that were committed.', [['', commits]]);
      metric('committed_receipts_total', 'counter', 'Receipts in them, repeated ones too.', [
        ['', committedReceipts],
      ]);
      metric('commit_seconds_total', 'counter', 'Time spent on commits.', [['', commitSeconds]]);
      metric('waiting_receipts', 'gauge', 'Receipts that wait for a commit.', [['', waiting]]);
      metric('waited_seconds', 'gauge', 'How long the first of them has waited.', [
        ['', waitedMs / 1_000],
      ]);
      return `${lines.join('\n')}\n`;
    },
  };
}
