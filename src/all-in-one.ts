/** The `<head>` script with client and UI inside, for sites with one request or with SRI. */
import * as signal from './browser-signal.ts';
import { createClient } from './client.ts';
import { bodyOf } from './page/body-of.ts';
import { createPage } from './page/create-page.ts';
import { fetchBeside } from './page/fetch-beside.ts';
import { startFromPage } from './start-from-page.ts';
import { mount } from './ui-module.ts';

const page = createPage();
const beside = fetchBeside(page);

startFromPage(page, beside, {
  // What the law asks for in some browsers is inside: this file may stand alone.
  client: (core) =>
    createClient(core, () =>
      core.config.proof ? import(`./samtycke.rare.${__HASH__}.js`) : Promise.resolve(signal),
    ),
  async ui(client) {
    await bodyOf(page);
    return mount(await client);
  },
});
