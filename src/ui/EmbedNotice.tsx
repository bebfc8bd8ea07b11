import { categoryTexts } from '../declaration/category-texts.ts';
import type { HeldEmbed } from '../gate/gate.ts';
import type { DetailedContext } from './detailed-context.ts';
import type { OnClick } from './EqualButtons.tsx';

interface Props {
  readonly context: DetailedContext;
  readonly embed: HeldEmbed;
  readonly onOnce: OnClick;
  readonly onAlways: OnClick;
}

/** Stands where an embed is held back: who is behind it, what for, and two ways to see it (LAW 46). */
export function EmbedNotice({ context, embed, onOnce, onAlways }: Props) {
  const { client, t, serviceTexts } = context;
  const { category, service: id } = embed.tag;
  const { config } = client;
  const known = config.services.find((service) => service.id === id);
  const service = id ? serviceTexts(known ?? { id, category }) : undefined;
  const { label: one, purpose } = categoryTexts(config, t, category);
  const label = (embed.tag.categories ?? [category])
    .map((id) => (id === category ? one : categoryTexts(config, t, id).label))
    .join(', ');
  // Whatever attribute the address waits in: its host is the best name there is.
  const host = /\/\/([\w.-]+)/.exec(embed.element.outerHTML)?.[1] ?? label;
  const { name, provider = name } = service ?? { name: host };
  return (
    <>
      <strong>{t.embed(provider === name ? name : `${name} (${provider})`)}</strong>
      <p>
        {service?.purpose || purpose} {t.embedIntro}
        {!service && ` ${t.embedCategory(label)}`}
      </p>
      <div class="samtycke-equal">
        <button type="button" onClick={onOnce}>
          {t.showOnce}
        </button>
        <button type="button" onClick={onAlways}>
          {t.showAlways}
        </button>
      </div>
    </>
  );
}
