/** `npm run lists`: writes the generated files, and the README's tables when there is a build to measure. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { generatedFiles } from './generated-files.ts';
import { readmeWithTables } from './readme.ts';

mkdirSync('schemas', { recursive: true });
for (const [path, text] of await generatedFiles()) write(path, text);
if (existsSync('dist/samtycke.all.js')) {
  write('README.md', readmeWithTables(readFileSync('README.md', 'utf8')));
} else {
  console.warn('No build, so the tables of README.md stay as they are: run npm run build first.');
}

function write(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  writeFileSync(path, text);
  console.log(`wrote ${path}`);
}
