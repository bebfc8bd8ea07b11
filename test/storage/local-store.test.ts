import { describe, expect, it } from 'vitest';
import { FakeStorage, fakeJar, fakePage, outOfReach } from './fake-page.ts';

/** A `Storage` class whose `setItem` refuses where `refuses` says so: our store calls the class's own method. */
function storageThat(refuses: (storage: FakeStorage) => boolean) {
  return class extends FakeStorage {
    override setItem(key: string, value: string): void {
      if (refuses(this)) throw new DOMException('full', 'QuotaExceededError');
      super.setItem(key, value);
    }
  };
}

const later = new Date(Date.now() + 86_400_000);

describe('the local store', () => {
  it('writes nothing by being made', () => {
    const { profile, session } = fakePage();
    expect([...Object.keys(profile.local), ...Object.keys(session)]).toEqual([]);
  });

  it('keeps in localStorage what it takes', () => {
    const { store, profile } = fakePage();
    expect(store.set('samtycke.a', '1')).toBe('localStorage');
    expect(profile.local['samtycke.a']).toBe('1');
    expect(store.get('samtycke.a')).toBe('1');
  });

  it('goes on to sessionStorage when localStorage is full', () => {
    const { profile, page } = fakePage();
    const { store, session } = fakePage({
      profile,
      window: {
        Storage: {
          value: storageThat((storage) => storage === (page.window.localStorage as unknown)),
        },
      },
    });
    expect(store.set('samtycke.a', '1')).toBe('sessionStorage');
    expect(session['samtycke.a']).toBe('1');
    expect(store.get('samtycke.a')).toBe('1');
  });

  it('goes on to a cookie when no storage takes it and the caller allows a cookie', () => {
    const jar = fakeJar();
    const { store } = fakePage({ jar, window: { Storage: { value: storageThat(() => true) } } });
    expect(store.set('samtycke.a', '1', later)).toBe('cookie');
    expect(store.get('samtycke.a')).toBe('1');
    expect(store.keys('samtycke.')).toEqual(['samtycke.a']);
    store.remove('samtycke.a');
    expect(jar.names()).toEqual([]);
  });

  it('writes no cookie unless the caller allows one', () => {
    const jar = fakeJar();
    const { store } = fakePage({ jar, window: { Storage: { value: storageThat(() => true) } } });
    expect(store.set('samtycke.a', '1')).toBe('memory');
    expect(jar.names()).toEqual([]);
  });

  it('ends in memory when the page has no storage at all', () => {
    const { store } = fakePage({
      window: { localStorage: outOfReach, sessionStorage: outOfReach },
    });
    expect(store.set('samtycke.a', '1', later)).toBe('memory');
    expect(store.get('samtycke.a')).toBe('1');
    expect(store.keys('samtycke.')).toEqual(['samtycke.a']);
    store.remove('samtycke.a');
    expect(store.get('samtycke.a')).toBeUndefined();
  });

  it('ends in memory when storage is null, as in some web views', () => {
    const { store } = fakePage({
      window: { localStorage: { value: null }, sessionStorage: { value: null } },
    });
    expect(store.set('samtycke.a', '1')).toBe('memory');
  });

  it('does not believe a storage that keeps nothing and says nothing', () => {
    class Silent extends FakeStorage {
      override setItem(): void {}
    }
    const { store } = fakePage({ window: { Storage: { value: Silent } } });
    expect(store.set('samtycke.a', '1')).toBe('memory');
  });

  it('never reads an older value from the place that refused the newer one', () => {
    let isFull = false;
    const { store, profile } = fakePage({
      window: { Storage: { value: storageThat((storage) => isFull && storage === profile.local) } },
    });
    store.set('samtycke.a', 'old');
    isFull = true;
    expect(store.set('samtycke.a', 'new')).toBe('sessionStorage');
    expect(store.get('samtycke.a')).toBe('new');
  });

  it('uses the methods of storage as they were when the page began', () => {
    const own = class extends FakeStorage {};
    const { store, profile } = fakePage({ window: { Storage: { value: own } } });
    own.prototype.setItem = () => {
      throw new Error('patched');
    };
    expect(store.set('samtycke.a', '1')).toBe('localStorage');
    expect(profile.local['samtycke.a']).toBe('1');
  });
});
