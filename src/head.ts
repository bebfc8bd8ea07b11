/**
 * The `<head>` script: reads the configuration, starts the core, and fetches
 * client and UI only for a visitor who needs them.
 */
import { createPage } from './page/create-page.ts';
import { fetchBeside } from './page/fetch-beside.ts';
import { startFromPage } from './start-from-page.ts';

const page = createPage();
const beside = fetchBeside(page);

startFromPage(page, beside, async (core) => {
  const { createVisit } = await beside<typeof import('./visit.ts')>(__UI_FILE__);
  return createVisit(core, (language) => beside(__LANGUAGE_FILES__[language]));
});
