/** Puts a stand-in beside each held embed, and takes it away when the embed is let through. */
import { render } from 'preact';
import type { HeldEmbed } from '../gate/gate.ts';
import type { DetailedContext } from './detailed-context.ts';
import { EmbedNotice } from './EmbedNotice.tsx';
import { focusOn } from './focus.ts';
import { newElement } from './new-element.ts';
import { newNotice } from './notice.ts';

const heldClass = 'samtycke-held';

/** What places a box among its neighbours; the stand-in takes the place of the embed. */
const placing = [
  'position',
  'inset',
  'margin',
  'float',
  'grid-area',
  'flex',
  'align-self',
  'justify-self',
];
const mostTimesAgain = 20; // a framework does it once for each; who goes on, such as a tool of the visitor, has the last word
const leastAreaPx = 100; // 10 × 10: a tracker's frame is 0 or 1 pixel wide

/** Shows stand-ins for what is held now and whenever that changes. */
export function showEmbedNotices(context: DetailedContext): void {
  const { client, t, onDecided } = context;
  const notices = new Map<HTMLElement, HTMLElement>();
  let timesLeft = mostTimesAgain;
  // One that a framework takes out when it hydrates what is around it comes back.
  const watch = new client.page.window.ResizeObserver(() => {
    for (const [element, box] of notices) {
      if (!box.isConnected && element.isConnected && timesLeft-- > 0) element.after(box);
    }
  });

  /** Makes the stand-ins agree with the embeds: those may be others, elsewhere, or of another size. */
  const update = () => {
    const embeds = client.embeds();
    for (const [element, box] of notices) {
      if (embeds.some((one) => one.element === element)) continue;
      const hadFocus = box.contains(box.ownerDocument.activeElement);
      notices.delete(element);
      render(null, box);
      box.remove();
      element.classList.remove(heldClass);
      if (hadFocus) focusOn(element);
    }
    for (const embed of embeds) {
      const { element } = embed;
      const box = notices.get(element);
      if (box) takePlace(box, element);
      else if (isMeantToBeSeen(element)) notices.set(element, standIn(embed));
    }
  };

  const standIn = (embed: HeldEmbed): HTMLElement => {
    const { element, tag } = embed;
    const box = newElement(client.page.document, 'div', {
      class: 'samtycke-embed',
      role: 'group',
      lang: t.lang,
      'data-nosnippet': '',
      'data-turbo-temporary': '',
    });
    takePlace(box, element);
    const notice = newNotice(client.page, box, 0, ['embed']);
    // An id that no receipt could carry is answered by its category.
    const always = /^[a-z0-9_-]{1,40}$/.test(tag.service ?? '')
      ? { services: { [tag.service as string]: true } }
      : {
          categories: Object.fromEntries(
            (tag.categories ?? [tag.category]).map((id) => [id, true]),
          ),
        };
    render(
      <EmbedNotice
        context={context}
        embed={embed}
        onOnce={(event) => client.showOnce(embed, { notice: notice(), event })}
        onAlways={(event) => {
          if (client.decide(always, { action: 'embed', notice: notice(), event })) onDecided();
        }}
      />,
      box,
    );
    watch.observe(box);
    box.setAttribute('aria-label', box.querySelector('strong')?.textContent ?? '');
    return box;
  };

  update();
  client.on('embeds', update);
  client.page.window.addEventListener('resize', update);
}

/** False for the invisible frames that trackers use: nobody misses them. */
function isMeantToBeSeen(element: HTMLElement): boolean {
  const { width, height } = element.getBoundingClientRect();
  const rendered = element.getClientRects().length > 0;
  return rendered ? width * height > leastAreaPx : !element.hidden;
}

/** Gives `box` the size and place of `element`, so that nothing on the page moves. */
function takePlace(box: HTMLElement, element: HTMLElement): void {
  const set = (name: string, value: string) => box.style.setProperty(name, value, 'important');
  const next = element.nextElementSibling;
  // One that a carousel has copied together with the embed: nobody listens to it.
  if (next !== box && next?.matches('.samtycke-embed')) next.remove();
  set('position', 'absolute'); // out of the way: the embed is measured as if it stood alone
  element.classList.remove(heldClass); // a page that comes back from a framework's cache has it
  const { offsetWidth: width, offsetHeight: height } = element;
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  for (const name of placing) set(name, style?.getPropertyValue(name) ?? '');
  if (width) {
    // One that fills its parent goes on doing so when the window changes.
    set('width', width === element.parentElement?.clientWidth ? '100%' : `${width}px`);
    // At least: words and buttons must not be cut off where the embed is low and narrow.
    set('min-height', `${height}px`);
  }
  element.classList.add(heldClass);
  if (next !== box) element.after(box);
}
