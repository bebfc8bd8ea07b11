/** Cookies, storage keys and databases that scripts write by a declared name. What deletes is let through. */
import type { NewDeadEnd } from './dead-ends.ts';
import type { HoldRules } from './hold-rules.ts';
import type { Realm, Traps } from './patches.ts';

export function storageTraps(realm: Realm, { byName }: HoldRules, newDeadEnd: NewDeadEnd): Traps {
  return {
    Document: {
      cookie(_, args) {
        // The last word wins: a cookie that is written deletes the one before, as one that is deleted does.
        if (byName('cookie', String(args[0]).split(/[=;]/)[0]?.trim())) args[0] += ';max-age=0';
        return undefined;
      },
    },
    CookieStore: {
      set: (_, [item]) => byName('cookie', item?.name ?? item) && [Promise.resolve()],
    },
    Storage: {
      setItem: (self, [key]) =>
        byName(self === realm.localStorage ? 'local' : 'session', key) && [],
    },
    IDBFactory: {
      open: (_, [name]) =>
        byName('indexedDB', name) && [
          newDeadEnd(realm.IDBOpenDBRequest, { error: new realm.DOMException('', 'AbortError') }),
        ],
    },
  };
}
