/**
 * Tells the visitor that a yes waits for the receiver: honest, and in nobody's
 * way. It can be hidden, and a no is as near as it was in the banner.
 */
import type { Client, ClientEvents } from '../../client.ts';
import type { Language } from '../../languages/language-for.ts';
import { withOwnTexts } from '../../languages/own-texts.ts';
import type { Texts } from '../../languages/texts.ts';
import { focusNear } from '../focus.ts';
import { makerFor } from '../make.ts';
import { waitingTexts } from './waiting-texts.ts';

/** What it is opened with. */
export interface WaitingInput {
  readonly client: Client;
  readonly t: Texts;
}

const calmMs = 400; // 0.4 s: what is over by then would only flicker

/** Shows how it stands whenever that changes; a yes that an earlier page left waiting counts as delayed. */
export function watchWaiting({ client, t }: WaitingInput): void {
  const { page } = client;
  const { document } = page;
  const { setTimeout, clearTimeout } = page.natives;
  const make = makerFor(document);
  const own = client.config.ui?.texts?.[t.lang]?.waiting;
  const texts = withOwnTexts(waitingTexts[t.lang as Language], own);
  const status = document.getElementById('samtycke-status');
  let timer: number | undefined;
  let notice: HTMLElement | undefined;
  let isHidden = false;

  const close = () => {
    const hadFocus = notice?.contains(document.activeElement);
    notice?.remove();
    notice = undefined;
    if (hadFocus) focusNear(document, null);
  };

  const show = (text: string) => {
    if (status) status.textContent = text;
    if (isHidden) return;
    close();
    // An embed was asked for while the banner stands: that is the way to a no.
    if (document.getElementById('samtycke-consent')) return;
    const button = (label: string, act: () => void) => {
      const element = make('button', { type: 'button' }, label);
      element.addEventListener('click', act);
      return element;
    };
    notice = make(
      'div',
      {
        id: 'samtycke-consent',
        class: `samtycke-${client.config.ui?.placement ?? 'bar'}`,
        role: 'region',
        'aria-labelledby': 'samtycke-waiting-title',
        popover: 'manual',
        lang: t.lang,
        'data-nosnippet': '',
      },
      make(
        'div',
        { class: 'samtycke-text' },
        make('h2', { id: 'samtycke-waiting-title' }, texts.title),
        make('p', {}, text),
      ),
      make(
        'div',
        { class: 'samtycke-more' },
        button(t.reject, () => client.decideByName(false, true, t.reject)),
        button(texts.hide, () => {
          isHidden = true;
          close();
        }),
      ),
    );
    document.body.prepend(notice);
    notice.showPopover?.();
  };

  const onWaiting = (waiting: ClientEvents['waiting']) => {
    clearTimeout(timer);
    if (waiting === 'delayed') show(texts.delayed);
    else if (waiting) {
      isHidden = false; // a new answer
      timer = setTimeout(() => show(texts.sending), calmMs);
    } else {
      if (notice && status && client.choice) status.textContent = t.saved;
      close();
    }
  };
  client.on('waiting', onWaiting);
  if (client.pending()) onWaiting('delayed');
}
