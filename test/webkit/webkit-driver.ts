/** Starts WebKitGTK's MiniBrowser and drives it over WebDriver. Needs a display. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { Builder, type WebDriver } from 'selenium-webdriver';
import { webKitPaths } from '../../scripts/browsers.ts';

export interface WebKit {
  readonly driver: WebDriver;
  stop(): Promise<void>;
}

export async function startWebKit(): Promise<WebKit> {
  const paths = webKitPaths();
  if (!paths) throw new Error('No WebKitGTK here (Debian: webkit2gtk-driver, xvfb)');
  const port = await freePort();
  const service = spawn(paths.driver, [`--port=${port}`], {
    stdio: 'inherit',
    // As root in a container its sandbox cannot start; only our own pages are loaded.
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  try {
    const url = `http://127.0.0.1:${port}`;
    await isListening(url, service);
    const driver = await new Builder()
      .usingServer(url)
      .withCapabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: paths.browser, args: ['--automation'] },
      })
      .build();
    return {
      driver,
      async stop() {
        await driver.quit();
        service.kill();
      },
    };
  } catch (error) {
    service.kill();
    throw error;
  }
}

/** The driver says nothing when it is ready; it answers then. */
async function isListening(url: string, service: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (service.exitCode !== null) throw new Error(`WebKitWebDriver ended: ${service.exitCode}`);
    const answer = await fetch(`${url}/status`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100)); // 100 × 100 ms = 10 s at most
  }
  throw new Error('WebKitWebDriver does not answer');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
