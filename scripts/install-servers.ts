/** Sees to it that the web server is there that the wall's recipe is tested with. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const version = () => spawnSync('nginx', ['-v'], { encoding: 'utf8', env: withSbin() });

if (version().error && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
  for (const words of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'nginx-light'],
  ]) {
    console.log(`apt-get ${words.join(' ')}`);
    spawnSync('apt-get', words, {
      stdio: 'inherit',
      // Debian starts it as a service otherwise; the test starts one of its own.
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    });
  }
}

const { error, stderr } = version();
if (error) {
  console.error('There is no nginx, and it could not be installed: install nginx and run again.');
  process.exitCode = 1;
} else {
  console.log(`Servers: ${stderr.trim().replace('nginx version: ', '')}.`);
}

/** Where Debian puts servers, which is not on everybody's path. */
function withSbin(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };
}
