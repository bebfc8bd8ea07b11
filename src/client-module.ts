/** The client of the browser builds: knows by name what stands beside it, so that the head script need not. */
import { type Client, createClient as createWith } from './client.ts';
import type { Core } from './core.ts';

/** The client over `core`; what only some need is fetched from beside this very file. */
export function createClient(core: Core): Client | Promise<Client> {
  return createWith(core, () => import(`./samtycke.rare.${__HASH__}.js`));
}
