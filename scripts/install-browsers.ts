/**
 * Sees to it that there are browsers to test with, and says in one line which: those of the system, else
 * Debian's when this is Debian and we are root, else those that Playwright downloads.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { browserVersions } from './browsers.ts';

const debianPackages = [
  ...['chromium-headless-shell', 'firefox-esr', 'webkit2gtk-driver', 'xvfb'],
  'fonts-dejavu-core', // what the pictures in docs/screenshots are set in
];
const font = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf';

const isDebianRoot = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
if (missing().length || (isDebianRoot && !existsSync(font))) {
  console.log(`Missing: ${[...missing(), ...(existsSync(font) ? [] : [font])].join(', ')}.`);
  if (isDebianRoot) {
    attempt('apt-get', ['update', '-qq']);
    install(debianPackages);
    // Debian before 12 and Ubuntu have no headless shell.
    if (missing().includes('chromium')) install(['chromium', ...debianPackages.slice(1)]);
  }
  const toDownload = missing().filter((name) => name !== 'webkit');
  if (toDownload.length) attempt('npx', ['playwright', 'install', ...toDownload]);
}

const found = Object.entries(browserVersions()).map(([name, version]) => version ?? `no ${name}`);
console.log(`Browsers: ${found.join(', ')}.`);
// WebKit is a smoke test that not every system can run; its own stage says so.
const needed = missing().filter((name) => name !== 'webkit');
if (needed.length) {
  console.error(`Could not install ${needed.join(' and ')}: see the messages above.`);
  process.exitCode = 1;
}

function missing(): string[] {
  return Object.entries(browserVersions())
    .filter(([, version]) => version === undefined)
    .map(([name]) => name);
}

function install(packages: string[]): void {
  attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

function attempt(command: string, args: string[]): void {
  console.log(`${command} ${args.join(' ')}`);
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) console.error(`${command} failed: ${error?.message ?? status}`);
}
