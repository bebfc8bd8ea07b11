/**
 * The script of `wall: "page"`, to stand first in `<head>`, before the head script and without `async` or
 * `defer`. It reads the same configuration block, and `data-allow` of its own tag.
 */
import { completeConfig } from './model/complete-config.ts';
import { quickConfig } from './model/quick-config.ts';
import { createPage } from './page/create-page.ts';
import { fetchBeside } from './page/fetch-beside.ts';
import { readConfig } from './page/read-config.ts';
import { noteRefusals } from './page/refusals.ts';
import { guardedRules } from './services/guarded-rules.ts';
import { members } from './services/members.ts';
import type { askToReload } from './wall/ask-to-reload.ts';
import { keepForNextPage, keptTags } from './wall/next-page.ts';
import { buildPageWall } from './wall/page-wall.ts';
import { watchTyping } from './wall/typed-fields.ts';

const page = createPage();
const beside = fetchBeside(page);
const { window, document } = page;

function configOfPage() {
  try {
    const config = quickConfig(readConfig(page), members);
    return config && completeConfig(config, guardedRules);
  } catch {
    return undefined; // no JSON: the head script says so
  }
}

const config = configOfPage();
const own = page.script as HTMLScriptElement | null;
const wouldLoseText = watchTyping(page);
const keep = keepForNextPage(page, keptTags);
const reload = () => window.location.reload();
let isWaiting = false;

noteRefusals(page);
buildPageWall({
  page,
  config,
  allow: [...(own?.dataset.allow?.match(/[^\s,]+/g) ?? []), ...hostOf(own?.src)],
  onShut(isShut) {
    isWaiting = isShut;
    keep(isShut);
    document.getElementById('samtycke-reload')?.remove();
    if (!isShut) return;
    if (!wouldLoseText()) reload();
    else {
      beside<{ readonly askToReload: typeof askToReload }>('question')
        .then((question) => isWaiting && question.askToReload(page, config?.language, reload))
        .catch(() => {}); // without that file: what was accepted starts on the next page
    }
  },
});

/** Our files come from where this one does. The site's own host is allowed already, without its subdomains. */
function hostOf(src: string | undefined): readonly string[] {
  const host = src && new URL(src).host;
  return host && host !== window.location.host ? [host] : [];
}
