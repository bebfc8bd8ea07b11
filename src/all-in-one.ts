/** The `<head>` script with client and UI inside, for sites with one request or with SRI. */
import { createClient } from './client-module.ts';
import { createPage } from './page/create-page.ts';
import { fetchBeside } from './page/fetch-beside.ts';
import { startFromPage } from './start-from-page.ts';
import { mount } from './ui-module.ts';

const page = createPage();
const beside = fetchBeside(page);

startFromPage(page, beside, {
  client: createClient,
  ui: async (client) => mount(await client),
});
