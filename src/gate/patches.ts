/**
 * Puts functions of ours in front of the browser's, and takes them away again. They are proxies, so
 * that name, length, properties and `toString` are those of the browser's own; whoever has replaced
 * a function before us is called by ours, and whoever replaces it later keeps their own.
 */

/** A window with its constructors: the page's, or that of a frame. */
export type Realm = Window & typeof globalThis;

/** Any function of the browser. */
export type Native = (...args: unknown[]) => unknown;

/**
 * Looks at a call, whose arguments it may change; `[answer]` keeps it from the browser. `self` is what
 * it is called on, or the class that is to be made an instance of.
 */
// biome-ignore lint/suspicious/noExplicitAny: each trap knows what its functions are called on and with.
export type Hold = (self: any, args: any[]) => readonly unknown[] | undefined | false;

/** What to do at a call: look at it, or all of it in one function. */
export type Trap = Hold | ProxyHandler<Native>;

/** By the names of classes, then by those of their methods and properties, separated by spaces. */
export type Traps = Readonly<Record<string, Readonly<Record<string, Trap>>>>;

/** Which half of a property is meant. Default: what writes it, where there is such a half. */
export type Half = 'value' | 'get' | 'set';

/** Leaves the call alone, and looks at what came of it. */
export const lookingAt = (
  // biome-ignore lint/suspicious/noExplicitAny: as above
  look: (result: any, args: any[]) => void,
): ProxyHandler<Native> => ({
  apply(native, self, args) {
    const result = Reflect.apply(native, self, args);
    look(result, args);
    return result;
  },
});

export interface Patches {
  /** The browser's function whose call is looked at now. */
  called?: Native | undefined;
  /** What a browser does not have is passed over. */
  put(realm: Realm, traps: Traps): void;
  /** `otherwise` is put there first, and taken away in the end, where the browser itself has nothing. */
  replace(
    owner: object | undefined,
    name: string,
    trap: Trap,
    half?: Half,
    otherwise?: PropertyDescriptor | false,
  ): void;
  undo(): void;
}

export function createPatches(): Patches {
  const undos: (() => void)[] = [];

  const replace: Patches['replace'] = (owner, name, trap, half, otherwise) => {
    const read = () => owner && Object.getOwnPropertyDescriptor(owner, name);
    const before = read();
    const { value, set, get }: PropertyDescriptor = before ?? (otherwise || {});
    const at = half ?? (value ? 'value' : set ? 'set' : 'get');
    const native = { value, set, get }[at];
    if (!native) return;
    const ours = new Proxy(native, typeof trap === 'function' ? handlerOf(trap) : trap);
    const put = (one: unknown) =>
      Object.defineProperty(owner, name, { ...otherwise, ...read(), [at]: one });
    put(ours);
    undos.push(() => {
      if (read()?.[at] !== ours) return;
      if (before) put(native);
      else Reflect.deleteProperty(owner as object, name);
    });
  };

  const handlerOf = (hold: Hold): ProxyHandler<Native> => {
    const look = (native: Native, self: unknown, args: unknown[]) => {
      patches.called = native;
      const held = hold(self, args);
      patches.called = undefined;
      return held;
    };
    return {
      apply(native, self, args) {
        const held = look(native, self, args);
        return held ? held[0] : Reflect.apply(native, self, args);
      },
      construct(native, args, target) {
        const held = look(native, native, args);
        return (held ? held[0] : Reflect.construct(native, args, target)) as object;
      },
    };
  };

  const patches: Patches = {
    replace,
    put(realm, traps) {
      for (const owners in traps) {
        for (const owner of owners.split(' ')) {
          const given = (realm as unknown as Record<string, { prototype?: object }>)[owner];
          for (const names in traps[owners]) {
            for (const name of names.split(' ')) {
              for (const place of [given, given?.prototype]) {
                replace(place, name, traps[owners][names] as Trap);
              }
            }
          }
        }
      }
    },
    undo() {
      for (const undo of undos.splice(0).reverse()) undo();
    },
  };
  return patches;
}
