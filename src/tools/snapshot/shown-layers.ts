/** Which layers a visitor of a site can meet, as far as its configuration tells. */
import type { Choice } from '../../model/choice.ts';
import type { Config } from '../../model/config.ts';
import { dayMs } from '../../model/day-ms.ts';
import type { Service } from '../../model/service.ts';

/** A layer as it stands before a visitor who decides in it. */
export interface ShownLayer {
  /** `banner`; `settings` and what is on in them: `settings.statistics`; `embed` and its service: `embed.youtube`. */
  readonly name: string;
  readonly layer: 0 | 1 | 2;
  /** What the visitor has chosen before; absent: nothing. */
  readonly choice?: Choice;
  /** What a stand-in stands for. */
  readonly service?: Service;
}

const mostCombined = 4; // 16 settings to a language; own categories beyond that are shown one by one

/**
 * The banner; the settings with every combination of categories that can be on in them, and
 * with each service that was accepted alone; a stand-in for each optional service.
 */
export function shownLayers(config: Config, now: number): readonly ShownLayer[] {
  const services = config.services.filter(({ category }) => category !== 'necessary');
  const settings = (on: readonly string[], alone: readonly string[] = []): ShownLayer => ({
    name: ['settings', ...on, ...alone].join('.'),
    layer: 2,
    choice: choiceOf(config, on, alone, now),
  });
  return [
    { name: 'banner', layer: 1 },
    ...combinations(config.optional).map((on) => settings(on)),
    ...services.map(({ id }) => settings([], [id])),
    ...services.map(
      (service): ShownLayer => ({
        name: `embed.${service.id}`,
        layer: 0,
        choice: choiceOf(config, [], [], now),
        service,
      }),
    ),
  ];
}

function combinations(ids: readonly string[]): readonly (readonly string[])[] {
  if (ids.length > mostCombined) return [[], ...ids.map((id) => [id]), ids];
  return Array.from({ length: 2 ** ids.length }, (_, bits) =>
    ids.filter((_, i) => (bits >> i) & 1),
  );
}

function choiceOf(
  { optional, policyVersion, maxAgeDays }: Config,
  on: readonly string[],
  alone: readonly string[],
  now: number,
): Choice {
  return {
    at: new Date(now).toISOString(),
    validUntil: new Date(now + maxAgeDays * dayMs).toISOString(),
    policyVersion,
    categories: Object.fromEntries(optional.map((id) => [id, on.includes(id)])),
    services: Object.fromEntries(alone.map((id) => [id, true])),
  };
}
