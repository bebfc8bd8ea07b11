/** A file imports from its own folder or from a lower floor; never upward, never sideways, never in a circle. */
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, sourceFiles } from './source-files.ts';

/** The floors of the browser's side, by folder; files of `src` itself by name, the others of it are the top. */
const floors: Readonly<Record<string, number>> = {
  model: 0,
  page: 1,
  services: 1,
  languages: 1,
  declaration: 2,
  gate: 2,
  signals: 2,
  storage: 2,
  wall: 3,
  explain: 4,
  'browser-signal.ts': 3,
  'client.ts': 3,
  'core.ts': 3,
  'decided-by.ts': 3,
  'proof-before.ts': 3,
  ui: 4,
};
const top = 5;

/** The rooms beside the floors: what each may see besides itself. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  'receipt.ts': ['model', 'receiver'], // the entry for servers that read receipts
  receiver: ['model'],
  markup: ['model', 'services', 'wall'], // of the last what a page is sent as a text
  tools: ['model', 'services', 'languages', 'declaration', 'markup', 'receiver'],
};

/** `gate` for src/gate/gate.ts, `client.ts` for src/client.ts. */
function placeOf(file: string): string {
  return file.split('/')[1] as string;
}

function mayImport(from: string, to: string): boolean {
  const [place, other] = [placeOf(from), placeOf(to)];
  if (place === other) return true;
  const seen = rooms[place];
  if (seen) return seen.includes(other);
  if (rooms[other]) return false;
  const [floor, otherFloor] = [floors[place] ?? top, floors[other] ?? top];
  const bothInRoot = place.includes('.') && other.includes('.');
  return otherFloor < floor || (bothInRoot && otherFloor === floor);
}

const graph = new Map(
  sourceFiles.map((file) => [
    file,
    importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => posix.join(posix.dirname(file), name)),
  ]),
);

describe('the floors of the house', () => {
  it.each([
    ['src/gate/gate.ts', 'src/model/choice.ts', true],
    ['src/gate/gate.ts', 'src/gate/sweep.ts', true],
    ['src/gate/gate.ts', 'src/storage/outbox.ts', false],
    ['src/model/choice.ts', 'src/page/page.ts', false],
    ['src/client.ts', 'src/ui/mount.tsx', false],
    ['src/core.ts', 'src/head.ts', false],
    ['src/head.ts', 'src/start.ts', true],
    ['src/receiver/receiver.ts', 'src/page/page.ts', false],
    ['src/head.ts', 'src/receiver/receiver.ts', false],
  ])('are told apart: %s importing %s is %s', (from, to, allowed) => {
    expect(mayImport(from, to)).toBe(allowed);
  });

  it('hold every import, type imports included', () => {
    const wrong = [...graph].flatMap(([file, imported]) =>
      imported.filter((other) => !mayImport(file, other)).map((other) => `${file} → ${other}`),
    );
    expect(wrong).toEqual([]);
  });

  it('hold no circle of imports', () => {
    expect(circles()).toEqual([]);
  });
});

function circles(): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]) => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file)) return;
    done.add(file);
    for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
  };
  for (const file of graph.keys()) walk(file, []);
  return found;
}
