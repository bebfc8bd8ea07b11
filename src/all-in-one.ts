/** The `<head>` script with the UI inside, for sites with one request or with SRI. */
import type { Texts } from './languages/texts.ts';
import { parseConfig } from './model/parse-config.ts';
import { createPage } from './page/create-page.ts';
import { readConfig } from './page/read-config.ts';
import { rules } from './services/rules.ts';
import { start } from './start.ts';
import { mount } from './ui/mount.tsx';

const page = createPage();
const script = document.currentScript;

start(
  page,
  () => parseConfig(readConfig(page, script), rules),
  (client) =>
    mount(client, async (language) => {
      const file = new URL(
        __LANGUAGE_FILES__[language] ?? '',
        (script as HTMLScriptElement | null)?.src,
      );
      const texts: Record<string, Texts> = await import(file.href);
      return texts[language] as Texts;
    }),
);
