/**
 * `npm run compare`: what a visitor downloads with samtycke and with its peers,
 * as their own packages ship it, in bytes after brotli; written into README.md.
 * Their texts and configuration come on top, ours are inside.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliSize, budgets, builtSize } from './sizes.ts';

/** The files that a page with a Swedish banner loads. The versions are those of the day of the measurement. */
const peers: Readonly<Record<string, readonly string[]>> = {
  'orejime@3.2.1': ['dist/orejime-standard-sv.js', 'dist/orejime-standard.css'],
  'vanilla-cookieconsent@3.1.0': ['dist/cookieconsent.umd.js', 'dist/cookieconsent.css'],
  'tarteaucitronjs@1.34.0': [
    'tarteaucitron.min.js',
    'tarteaucitron.services.min.js',
    'lang/tarteaucitron.sv.min.js',
    'css/tarteaucitron.min.css',
  ],
  'klaro@0.7.22': ['dist/klaro.js'],
};

const folder = '.cache/peers';
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/package.json`, '{}');
const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
execFileSync('npm', [...install, ...Object.keys(peers)], { cwd: folder, stdio: 'inherit' });

const bytes = (files: readonly string[]) =>
  files.reduce((total, file) => total + brotliSize(file), 0);
const head = builtSize(budgets.head);
const all = builtSize(budgets.all);
const rows = [
  `| samtycke, several files | ${head + builtSize(budgets.ui)} | ${head} |`,
  `| samtycke, all in one | ${all} | ${all} |`,
];
for (const [peer, files] of Object.entries(peers)) {
  const name = peer.replace(/@[^@]*$/, '');
  const total = bytes(files.map((file) => `${folder}/node_modules/${name}/${file}`));
  rows.push(`| ${peer.replace('@', ' ')} | ${total} | ${total} |`);
}
const table = ['| | First visit | Each later page |', '| --- | --- | --- |', ...rows].join('\n');
const readme = readFileSync('README.md', 'utf8');
const marked = /(<!-- comparison -->\n)[\s\S]*?(\n<!-- \/comparison -->)/;
writeFileSync('README.md', readme.replace(marked, `$1${table}$2`));
console.log(table);
