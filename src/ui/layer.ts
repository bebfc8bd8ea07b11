/** What banner and settings have in common. */
import type { Client } from '../client.ts';
import type { Texts } from '../languages/texts.ts';
import type { Action, Answer } from '../model/choice.ts';
import { SamtyckeError } from '../model/errors.ts';
import type { Notice } from '../model/notice.ts';
import { answerToAll } from './answers.ts';
import { makeEqual } from './equal-weight.ts';
import type { LoadPart } from './load-part.ts';

/** What a layer is opened with. */
export interface LayerContext {
  readonly client: Client;
  readonly t: Texts;
  readonly load: LoadPart | undefined;
  /** Called when an answer given in a layer has been taken. */
  readonly onDecided: () => void;
}

/** What a layer's buttons do: the two answers to all, and what makes another. */
export function answering(context: LayerContext, notice: () => Notice) {
  const { client, onDecided } = context;
  const answer = (what: () => Answer, action: Action) => (event: MouseEvent) => {
    if (client.decide(what(), { action, notice: notice(), event })) onDecided();
  };
  return {
    answer,
    onReject: answer(() => answerToAll(client.config, false), 'reject_all'),
    onAccept: answer(() => answerToAll(client.config, true), 'accept_all'),
  };
}

/**
 * Keeps the two answers of `root` equal: before it is first drawn, when its size changes, and when a
 * late style sheet arrives. Returns what ends it.
 */
export function keepEqual({ page, report }: Client, root: HTMLElement, onCheck?: () => unknown) {
  const { document, window } = page;
  let told = false;
  const check = () => {
    onCheck?.();
    const [reject, accept] = root.querySelectorAll<HTMLElement>('.samtycke-equal>button');
    const broken = reject && accept ? makeEqual(reject, accept) : [];
    if (!broken.length || told) return;
    told = true;
    report(
      new SamtyckeError(
        'buttons-unequal',
        `Set the answers equal against the site's CSS: ${broken.join(', ')}`,
      ),
    );
  };
  // Called once at first, when the page has been laid out and before it is drawn: no layout of our own.
  const observer = new window.ResizeObserver(check);
  observer.observe(root);
  // A check reads each property of both: not for every picture of the page.
  const onLoad = ({ target }: Event) => {
    if ((target as Element).matches('link,style')) check();
  };
  document.addEventListener('load', onLoad, true);
  return () => {
    observer.disconnect();
    document.removeEventListener('load', onLoad, true);
  };
}
