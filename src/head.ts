/**
 * The `<head>` script: reads the configuration, starts the client, and fetches
 * the UI only for a visitor who must see it.
 */
import type { Texts } from './languages/texts.ts';
import { parseConfig } from './model/parse-config.ts';
import { createPage } from './page/create-page.ts';
import { readConfig } from './page/read-config.ts';
import { rules } from './services/rules.ts';
import { start } from './start.ts';
import type { mount as Mount } from './ui/mount.tsx';

const page = createPage();
const script = document.currentScript;
const beside = (file: string) => new URL(file, (script as HTMLScriptElement | null)?.src).href;

start(
  page,
  () => parseConfig(readConfig(page, script), rules),
  async (client) => {
    const ui: { mount: typeof Mount } = await import(beside(__UI_FILE__));
    return ui.mount(client, async (language) => {
      const texts: Record<string, Texts> = await import(beside(__LANGUAGE_FILES__[language] ?? ''));
      return texts[language] as Texts;
    });
  },
);
