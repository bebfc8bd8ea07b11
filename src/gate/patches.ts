/**
 * Puts functions of ours in front of the browser's, and takes them away again. They are proxies, so
 * that name, length, properties and `toString` are those of the browser's own; whoever has replaced
 * a function before us is called by ours, and whoever replaces it later keeps their own.
 */

/** A window with its constructors: the page's, or that of a frame. */
export type Realm = Window & typeof globalThis;

/** Any function of the browser. */
export type Native = (...args: unknown[]) => unknown;

/** What is put in place: a function, or one half of a property. */
export type Half = 'value' | 'get' | 'set';

/** Looks at a call, whose arguments it may change; `[answer]` keeps it from the browser. */
export type Hold<Self> = (self: Self, args: unknown[]) => readonly unknown[] | undefined | false;

type Owner = object & { readonly prototype?: object };

export interface Patches {
  /** The browser's function whose call is looked at now. */
  called?: Native | undefined;
  /**
   * `owner` is a class whose instances have `names`, separated by spaces, or an object that has them
   * itself. What a browser does not have is passed over.
   */
  replace(owner: Owner | undefined, names: string, half: Half, handler: ProxyHandler<Native>): void;
  hold<Self extends object>(
    owner: Owner | undefined,
    names: string,
    hold: Hold<Self>,
    half?: Half,
  ): void;
  undo(): void;
}

export function createPatches(): Patches {
  const undos: (() => void)[] = [];
  const patches: Patches = {
    replace(given, names, half, handler) {
      const owner = given?.prototype ?? given;
      if (!owner) return;
      const read = (name: string) => Object.getOwnPropertyDescriptor(owner, name);
      for (const name of names.split(' ')) {
        const native = read(name)?.[half];
        if (!native) continue;
        const ours = new Proxy(native, handler);
        const put = (value: unknown) =>
          Object.defineProperty(owner, name, { ...read(name), [half]: value });
        put(ours);
        undos.push(() => {
          if (read(name)?.[half] === ours) put(native);
        });
      }
    },
    hold: (owner, names, hold, half = 'value') =>
      patches.replace(owner, names, half, {
        apply(native, self, args) {
          patches.called = native;
          const held = hold(self, args);
          patches.called = undefined;
          return held ? held[0] : Reflect.apply(native, self, args);
        },
      }),
    undo() {
      for (const undo of undos.splice(0).reverse()) undo();
    },
  };
  return patches;
}
