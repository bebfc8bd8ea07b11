import type { Texts } from '../languages/texts.ts';

export type OnClick = (event: MouseEvent) => void;

interface Props {
  readonly t: Texts;
  readonly onReject: OnClick;
  readonly onAccept: OnClick;
}

/** The two answers, in the same order and dress in every layer (PTS 2023; LAW 15, 16, 20, 28). */
export function EqualButtons({ t, onReject, onAccept }: Props) {
  return (
    <div class="samtycke-equal">
      <button type="button" onClick={onReject}>
        {t.reject}
      </button>
      <button type="button" onClick={onAccept}>
        {t.accept}
      </button>
    </div>
  );
}
