/** Listeners by event name; one that throws never stops the rest. */
export interface Listeners<Events> {
  emit<Name extends keyof Events>(name: Name, detail: Events[Name]): void;
  /** Returns what takes the listener away again. */
  on<Name extends keyof Events>(name: Name, listener: (detail: Events[Name]) => void): () => void;
}

/** `onFault` is told of a listener that threw; it must not emit. */
export function createListeners<Events>(onFault: (cause: unknown) => void): Listeners<Events> {
  type Entry = readonly [name: keyof Events, call: (detail: never) => void];
  let entries: readonly Entry[] = [];
  return {
    emit(name, detail) {
      for (const entry of entries) {
        if (entry[0] !== name) continue;
        try {
          entry[1](detail as never);
        } catch (cause) {
          onFault(cause);
        }
      }
    },
    on(name, listener) {
      const entry: Entry = [name, listener];
      entries = [...entries, entry];
      return () => {
        entries = entries.filter((other) => other !== entry);
      };
    },
  };
}
