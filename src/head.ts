/**
 * The `<head>` script: reads the configuration, starts the core, and fetches
 * client and UI only for a visitor who needs them.
 */
import { createPage } from './page/create-page.ts';
import { fetchBeside } from './page/fetch-beside.ts';
import { startFromPage } from './start-from-page.ts';

const page = createPage();
const beside = fetchBeside(page);

startFromPage(page, beside, {
  async client(core) {
    const { createClient } = await beside<typeof import('./client-module.ts')>('client');
    return createClient(core);
  },
  async ui(client) {
    const { mount } = await beside<typeof import('./ui-module.ts')>('ui');
    return mount(await client);
  },
});
