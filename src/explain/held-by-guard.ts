/** Calls that the guard has dropped, from its notes: what was held as an element stands in the page. */
import type { StoredItem } from '../model/service.ts';
import type { HeldCall, Page } from '../page/page.ts';
import { absoluteUrl } from './absolute-url.ts';
import { type Declared, type Match, storedKinds } from './declared.ts';
import type { Finding } from './explanation.ts';

export interface DroppedCall {
  readonly kind: Finding['kind'];
  readonly what: string;
  readonly how: string;
  readonly match: Match;
}

/** By the number of arguments: three functions are called `open`. */
const opens = ['window.open', 'indexedDB.open', 'XMLHttpRequest'];

/** `inPage` are the addresses and texts of elements that wait or have been let go. */
export function droppedCalls(
  { held = [], document }: Page,
  declared: Declared,
  inPage: ReadonlySet<string>,
): readonly DroppedCall[] {
  const dropped: DroppedCall[] = [];
  for (const [noted, services, called] of held) {
    const what = String(noted);
    const how = nameOf(called, what);
    const kind = /cookie$|^setItem$|^set$|^indexedDB/.test(
      called?.name === 'open' ? how : (called?.name ?? ''),
    )
      ? storedKind(what, services, declared)
      : undefined;
    if (kind) {
      dropped.push({ kind: storedKinds[kind], what, how, match: declared.ofName(kind, what) });
      continue;
    }
    const url = absoluteUrl(what, document.baseURI);
    if (inPage.has(url) || inPage.has(what)) continue;
    const match = declared.ofUrl(what, document.baseURI);
    dropped.push(
      match.services[0]
        ? { kind: 'call', what: url, how, match }
        : { kind: 'element', what, how: 'inline script', match: declared.ofCode(what) },
    );
  }
  return dropped;
}

function nameOf(called: HeldCall[2], what: string): string {
  if (!called) return /^wss?:/.test(what) ? 'WebSocket' : 'an element, a form or a link';
  const { name, length } = called;
  if (name === 'open') return opens[length] ?? name;
  if (name === 'set cookie') return 'document.cookie';
  if (name === 'set') return what.includes('/') ? 'a style' : 'cookieStore.set';
  return name.replace(/^set (\w+)$/, 'an element’s $1').replace(/^setAttribute.*/, '$&()');
}

/** Which of them: the guard's note names the service and the name only. */
function storedKind(
  name: string,
  services: HeldCall[1],
  declared: Declared,
): NonNullable<StoredItem['kind']> | undefined {
  const ids = services.map(({ id }) => id);
  return (['cookie', 'local', 'session', 'indexedDB'] as const).find((kind) =>
    declared.ofName(kind, name).services.some(({ id }) => ids.includes(id)),
  );
}
