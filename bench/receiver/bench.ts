/**
 * `npm run bench:receiver`: the receiver beside its floors and a peer. Only ratios are worth
 * anything: absolute figures depend on the machine and on who else is on it, so what is compared
 * runs in turns within the same minute. `npm run bench:receiver memory` and the like run one part
 * alone; RECEIPTS=1000000 makes the memory run long.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { endToEnd } from './end-to-end.ts';
import { groupCommit } from './group-commit.ts';
import { memory } from './memory.ts';
import { peer } from './peer.ts';
import { finish } from './report.ts';
import { folder } from './start-receiver.ts';

const parts: Readonly<Record<string, () => Promise<void>>> = {
  endToEnd,
  groupCommit,
  peer,
  memory,
};
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  throw new Error(`No part is called ${unknown}. There are: ${Object.keys(parts).join(', ')}.`);
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, run] of Object.entries(parts)) {
  if (asked.length === 0 || asked.includes(name)) await run();
}
rmSync(folder, { recursive: true, force: true });
finish();
