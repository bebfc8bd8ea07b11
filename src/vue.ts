/** samtycke for Vue: the choice as a ref. Safe on a server, where nothing is accepted. */
import { computed, onMounted, onUnmounted, type Ref, shallowRef } from 'vue';
import type { Samtycke } from './api.ts';
import type { Choice } from './model/choice.ts';

/**
 * The choice in force; `undefined` while there is none, and until the component is mounted, so that
 * it agrees with what a server has rendered.
 * @example const choice = useChoice(window.samtycke)
 */
export function useChoice(samtycke: Samtycke): Readonly<Ref<Choice | undefined>> {
  const choice = shallowRef<Choice>();
  let off: (() => void) | undefined;
  onMounted(() => {
    off = samtycke.on('choice', (now) => {
      choice.value = now;
    });
  });
  onUnmounted(() => off?.());
  return choice;
}

/**
 * True when this category or service (id or alias) is accepted now.
 * @example const film = useAllows(window.samtycke, 'youtube')
 */
export function useAllows(samtycke: Samtycke, name: string): Readonly<Ref<boolean>> {
  const choice = useChoice(samtycke);
  return computed(() => choice.value !== undefined && samtycke.allows(name));
}
