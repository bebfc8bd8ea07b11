/** `npm start`: the demo, from a fresh clone too. `PORT` changes the port. */
import { spawn } from 'node:child_process';
import process from 'node:process';
import { buildIfStale, environment, installPackages, root } from './prepare.mjs';

await installPackages();
await buildIfStale();

const demo = spawn('node', ['demo/server.ts'], { cwd: root, env: environment, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => demo.kill(signal));
demo.once('exit', (code, signal) => {
  process.exitCode = signal ? 0 : (code ?? 1); // stopped by hand is no failure
});
