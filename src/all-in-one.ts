/** The `<head>` script with client and UI inside, for sites with one request or with SRI. */
import { createPage } from './page/create-page.ts';
import { fetchBeside } from './page/fetch-beside.ts';
import { startFromPage } from './start-from-page.ts';
import { createVisit } from './visit.ts';

const page = createPage();
const beside = fetchBeside(page);

startFromPage(page, beside, (core) =>
  createVisit(core, (language) => beside(__LANGUAGE_FILES__[language])),
);
