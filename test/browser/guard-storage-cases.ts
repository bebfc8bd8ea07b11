/** Every way we know in which a script stores something under a declared name, and how it is seen afterwards. */

export interface StorageCase {
  readonly name: string;
  /** JavaScript that writes. */
  readonly write: string;
  /** A JavaScript expression, or a promise of one: true when it is there. */
  readonly kept: string;
  /** The guard has no function to stand in front of. */
  readonly open?: true;
}

const cookie = (name: string) => `document.cookie.includes('${name}=')`;
const inFrame = (code: string) =>
  `const frame = document.createElement('iframe'); document.body.append(frame); const inner = frame.contentWindow; ${code}; frame.remove()`;

/** The names are among those that `spy` in guard-page.ts declares. */
export const storageCases: readonly StorageCase[] = [
  {
    name: 'document.cookie',
    write: `document.cookie = '_spy-a=1; path=/'`,
    kept: cookie('_spy-a'),
  },
  {
    name: 'document.cookie in a frame',
    write: inFrame(`inner.document.cookie = '_spy-b=1; path=/'`),
    kept: cookie('_spy-b'),
  },
  {
    name: 'cookieStore.set',
    write: `await cookieStore.set('_spy-c', '1')`,
    kept: cookie('_spy-c'),
  },
  {
    name: 'cookieStore.set({ … })',
    write: `await cookieStore.set({ name: '_spy-d', value: '1' })`,
    kept: cookie('_spy-d'),
  },
  {
    name: 'localStorage.setItem',
    write: `localStorage.setItem('_spy_a', '1')`,
    kept: `localStorage.getItem('_spy_a')`,
  },
  {
    name: 'localStorage in a frame',
    write: inFrame(`inner.localStorage.setItem('_spy_b', '1')`),
    kept: `localStorage.getItem('_spy_b')`,
  },
  {
    name: 'localStorage.name = …',
    write: `localStorage._spy_c = '1'`,
    kept: `localStorage.getItem('_spy_c')`,
    open: true,
  },
  {
    name: 'sessionStorage.setItem',
    write: `sessionStorage.setItem('_spys', '1')`,
    kept: `sessionStorage.getItem('_spys')`,
  },
  {
    name: 'indexedDB.open',
    write: `await new Promise((resolve) => { const request = indexedDB.open('_spyCase'); request.onsuccess = () => resolve(request.result.close()); request.onerror = resolve })`,
    kept: `indexedDB.databases().then((all) => all.some(({ name }) => name === '_spyCase'))`,
  },
];

/** A script that writes in each way, each by itself, and gives the names of those that are there then. */
export function storageCode(cases: readonly StorageCase[] = storageCases): string {
  const writes = cases.map(({ write }) => `try { await (async () => { ${write} })() } catch {}`);
  const looks = cases.map(({ name, kept }) => `if (await ${kept}) kept.push('${name}');`);
  return `(async () => { ${writes.join('\n')} const kept = []; ${looks.join('\n')} return kept; })()`;
}

/** Deletes all of it again. */
export const clearStorage = `(async () => {
  localStorage.clear();
  sessionStorage.clear();
  for (const letter of 'abcd') document.cookie = '_spy-' + letter + '=; path=/; max-age=0';
  await new Promise((resolve) => { indexedDB.deleteDatabase('_spyCase').onsuccess = resolve });
})()`;
