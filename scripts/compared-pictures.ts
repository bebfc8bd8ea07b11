/** The few pictures that a test compares with those in docs/screenshots. */
import { type Size, type State, states, type Theme, themes } from './pictures.ts';

export interface ComparedPicture {
  readonly state: State;
  readonly theme: Theme;
  readonly size: Size;
}

/** By the names in `pictures.ts`: each state, theme and size that has a layout of its own, once. */
export const comparedPictures: readonly ComparedPicture[] = [
  picture('bar', 'light', 'desktop'),
  picture('bar', 'dark', 'phone'),
  picture('corner', 'dark', 'desktop'),
  picture('middle', 'another site', 'desktop'),
  picture('settings', 'light', 'desktop'),
  picture('settings', 'forced colours', 'phone'),
  picture('embed', 'the site', 'desktop'),
];

/** `docs/screenshots/bar-light-desktop.png` */
export function fileOf({ state, theme, size }: ComparedPicture): string {
  const words = [state.name, theme.name, size].join(' ').replace(/[^\w]+/g, '-');
  return `docs/screenshots/${words}.png`;
}

function picture(stateName: string, themeName: string, size: Size): ComparedPicture {
  const state = states.find(({ name }) => name === stateName);
  const theme = themes.find(({ name }) => name === themeName);
  if (!state || !theme) throw new Error(`pictures.ts has no ${stateName} or no ${themeName}`);
  return { state, theme, size };
}
