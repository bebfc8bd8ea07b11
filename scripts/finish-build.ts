/** The last step of the build: the JSON Schemas, the rules for visitors' tools, and what a site needs to pin our scripts (SRI). */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { brotliSize } from './sizes.ts';

if (existsSync('schemas')) {
  for (const file of readdirSync('schemas')) copyFileSync(`schemas/${file}`, `dist/${file}`);
}
if (existsSync('rules')) cpSync('rules', 'dist/rules', { recursive: true });
// npm sets this bit on installing; a clone that links the package needs it too.
if (existsSync('dist/cli.js')) chmodSync('dist/cli.js', 0o755);

const integrity: Record<string, string> = {};
for (const file of readdirSync('dist').sort()) {
  if (!file.endsWith('.js')) continue;
  const hash = createHash('sha384')
    .update(readFileSync(`dist/${file}`))
    .digest('base64');
  integrity[file] = `sha384-${hash}`;
  console.log(`${file}  ${brotliSize(`dist/${file}`)} B brotli  ${integrity[file]}`);
}
writeFileSync('dist/integrity.json', `${JSON.stringify(integrity, null, 2)}\n`);
