/** Which browsers this machine has, and how Playwright starts them. */
import { execFileSync } from 'node:child_process';
import { accessSync } from 'node:fs';
import { chromium, firefox, type LaunchOptions } from 'playwright';

/**
 * Where Debian and Ubuntu put them. The headless shell first: the same engine without the browser's own
 * window, a third less CPU for each test (measured 2026-11-25: 31 s against 44 s for a hundred), and what
 * Playwright runs headless by itself.
 */
const systemChromium = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium-browser',
];
const systemFirefox = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];
const webKitDriver = '/usr/bin/WebKitWebDriver';
const miniBrowsers = [
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
];

/** How to start Chromium: the system's own, else the one that Playwright has downloaded. */
export function chromiumLaunch(): LaunchOptions {
  const executablePath = systemChromium.find(exists);
  return {
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--no-sandbox', // root in a container has no user namespace for it
      '--disable-gpu',
      // Nothing but the page under test may send requests.
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}

/**
 * What Firefox does beside the page, and no test looks at: a seventh of its CPU (measured 2026-11-25: 27 s
 * against 31 to 34 s for 41 tests).
 */
const firefoxUserPrefs = {
  'places.history.enabled': false,
  'dom.ipc.processPrelaunch.enabled': false,
  'browser.sessionstore.resume_from_crash': false,
  'browser.pagethumbnails.capturing_disabled': true,
  'datareporting.healthreport.uploadEnabled': false,
};

/** How to start Firefox: the system's stock one over WebDriver BiDi, else the one that Playwright has downloaded. */
export function firefoxLaunch(): LaunchOptions {
  const executablePath = systemFirefox.find(exists);
  return {
    ...(executablePath ? { channel: 'moz-firefox', executablePath } : {}),
    firefoxUserPrefs,
  };
}

/** The driver and the browser of WebKitGTK, `undefined` where they or a display for them are missing. */
export function webKitPaths(): { readonly driver: string; readonly browser: string } | undefined {
  const browser = miniBrowsers.find(exists);
  const complete = exists(webKitDriver) && exists('/usr/bin/xvfb-run');
  return browser && complete ? { driver: webKitDriver, browser } : undefined;
}

/** Name and version of each browser that is there, `undefined` for one that is not. */
export function browserVersions(): Record<'chromium' | 'firefox' | 'webkit', string | undefined> {
  return {
    chromium: version(chromiumLaunch().executablePath ?? chromium.executablePath()),
    firefox: version(firefoxLaunch().executablePath ?? firefox.executablePath()),
    // MiniBrowser tells its version only where there is a display.
    webkit:
      webKitPaths() &&
      (output('dpkg-query', ['--show', 'webkit2gtk-driver'])?.replace('\t', ' ') ?? 'WebKitGTK'),
  };
}

function version(path: string): string | undefined {
  return exists(path) ? (output(path, ['--version']) ?? path) : undefined;
}

function output(command: string, args: string[]): string | undefined {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .trim()
      .split('\n')[0];
  } catch {
    return undefined; // it is there but tells nothing
  }
}

function exists(path: string): boolean {
  try {
    accessSync(path);
    return true;
  } catch {
    return false; // the question was whether it is there
  }
}
