/** The UI of the browser builds: knows by name what stands beside it, so that the head script need not. */
import type { Client } from './client.ts';
import { mount as mountUi, type Ui } from './ui/mount.tsx';

/** Mounts the UI for `client`; other languages and the receipts are fetched from beside this very file. */
export function mount(client: Client): Promise<Ui> {
  return mountUi(client, (part) => import(`./samtycke.${part}.${__HASH__}.js`));
}
