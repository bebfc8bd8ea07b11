import { categoryTexts } from '../declaration/category-texts.ts';
import type { Texts } from '../languages/texts.ts';
import type { Config } from '../model/config.ts';
import { EqualButtons, type OnClick } from './EqualButtons.tsx';

interface Props {
  readonly config: Config;
  /** What is new since the visitor's last choice, in words. */
  readonly news: readonly string[];
  readonly t: Texts;
  readonly onReject: OnClick;
  readonly onAccept: OnClick;
  readonly onCustomise: OnClick;
}

/**
 * The first layer: who asks, for what, and how to change one's mind (LAW 15–30).
 * No × and no timer: only an answer ends it.
 */
export function Banner({ config, news, t, onReject, onAccept, onCustomise }: Props) {
  return (
    <>
      <div class="samtycke-text">
        <h2 id="samtycke-title">{t.title}</h2>
        {news.length > 0 && (
          <>
            <p>{t.changed}</p>
            <ul>
              {news.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </>
        )}
        <p>{t.intro(config.controller.name)}</p>
        <ul>
          {config.optional.map((id) => {
            const { label, purpose } = categoryTexts(config, t, id);
            return (
              <li key={id}>
                <strong>{`${label}:`}</strong>
                {` ${purpose}`}
              </li>
            );
          })}
        </ul>
        <p>
          {t.sharing} {t.withdrawal}
        </p>
      </div>
      <EqualButtons t={t} onReject={onReject} onAccept={onAccept} />
      <div class="samtycke-more">
        <button type="button" onClick={onCustomise}>
          {t.customise}
        </button>
        <a href={config.policyUrl}>{t.policy}</a>
      </div>
    </>
  );
}
