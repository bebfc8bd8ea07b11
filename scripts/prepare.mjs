/**
 * Makes a fresh clone ready: packages, then the build, each only when it is missing or out of date.
 * Runs on Node 20 with nothing installed; everything after it runs on the Node 24 among the packages.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');

/** The environment in which the packages' own programs, Node 24 among them, come first. */
export const environment = { ...process.env, PATH: bin + delimiter + process.env.PATH };

/** Whatever makes dist: a file or folder here that is newer than the build calls for another. */
const sources = ['src', 'schemas', 'scripts/finish-build.ts', 'rollup.config.mjs', 'package.json'];

/** Installs the packages of package-lock.json unless they are there. Says what is used. */
export async function installPackages() {
  if (!hasPackages()) {
    console.log('Installing packages …');
    // Not `npm ci`: it refuses a lock file that lacks the optional packages of other systems, which the
    // registry where ours was written does not have. This takes the locked versions too, and writes nothing.
    await run('npm', ['install', '--no-save', '--no-audit', '--no-fund']);
  }
  const node = join(bin, 'node');
  if (!existsSync(node)) {
    throw new Error(
      'The packages are there but Node 24 is not: npm has not run the install script of `node`. ' +
        'Run `npm rebuild node`.',
    );
  }
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  console.log(`Using Node ${version} from node_modules.`);
}

/** Builds dist unless it is newer than everything that it is made of. */
export async function buildIfStale() {
  const built = join(root, 'dist', 'integrity.json');
  if (existsSync(built) && statSync(built).mtimeMs > Math.max(...sources.map(newest))) {
    console.log('The build is up to date.');
    return;
  }
  await run('npm', ['run', '--silent', 'bundle']);
}

/** Runs a program in the root folder with the packages' programs on the PATH. Rejects when it fails. */
export function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env: environment, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${command} ${args.join(' ')} ended with ${signal ?? code}`));
    });
  });
}

/** True when each package of package-lock.json is installed in that version. */
function hasPackages() {
  const installedList = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedList) || !existsSync(join(bin, 'node'))) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(installedList);
  return Object.entries(wanted).every(
    // Optional ones are for other systems, or installed.
    ([path, { version, optional }]) =>
      path === '' || optional || installed[path]?.version === version,
  );
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

/** When something in a file or folder last changed; a folder's own time tells of deleted files. */
function newest(path) {
  const full = join(root, path);
  if (!existsSync(full)) return 0;
  const status = statSync(full);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(status.mtimeMs, ...readdirSync(full).map((name) => newest(join(path, name))));
}
