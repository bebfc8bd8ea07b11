/** Cookies and storage keys that scripts write by a declared name. What deletes is let through. */
import type { HoldRules } from './hold-rules.ts';
import type { Patches, Realm } from './patches.ts';

/** A cookie that has run out when it is written. */
function deletes(cookie: string, now: number): boolean {
  const expires = /expires=([^;]*)/i.exec(cookie)?.[1];
  return /max-age=[-0]/i.test(cookie) || Date.parse(expires ?? '') < now;
}

export function guardCookieWrites(
  patches: Patches,
  realm: Realm,
  { byName }: HoldRules,
  now: () => number,
): void {
  const { CookieStore } = realm as { CookieStore?: object };
  patches.hold(
    realm.Document,
    'cookie',
    (_, [cookie]) =>
      byName('cookie', String(cookie).split(/[=;]/)[0]?.trim()) &&
      !deletes(String(cookie), now()) &&
      [],
    'set',
  );
  patches.hold(
    CookieStore,
    'set',
    (_, [item]) =>
      byName('cookie', (item as { name?: string }).name ?? item) && [Promise.resolve()],
  );
  patches.hold(
    realm.Storage,
    'setItem',
    (self, [key]) => byName(self === realm.localStorage ? 'local' : 'session', key) && [],
  );
}
