/** samtycke for React: the choice as state. Safe on a server, where nothing is accepted. */
import { useCallback, useSyncExternalStore } from 'react';
import type { Samtycke } from './api.ts';
import type { Choice } from './model/choice.ts';

/** Whatever a hook reads, told anew after each decision. */
function useSamtycke<Value>(samtycke: Samtycke, read: () => Value, onServer: Value): Value {
  const subscribe = useCallback((tell: () => void) => samtycke.on('choice', tell), [samtycke]);
  return useSyncExternalStore(subscribe, read, () => onServer);
}

/**
 * The choice in force; `undefined` while there is none, and in what a server has rendered.
 * @example const choice = useChoice(window.samtycke)
 */
export function useChoice(samtycke: Samtycke): Choice | undefined {
  return useSamtycke(samtycke, () => samtycke.choice, undefined);
}

/**
 * True when this category or service (id or alias) is accepted now.
 * @example const film = useAllows(window.samtycke, 'youtube') ? <Film /> : <Picture />
 */
export function useAllows(samtycke: Samtycke, name: string): boolean {
  return useSamtycke(samtycke, () => samtycke.allows(name), false);
}
