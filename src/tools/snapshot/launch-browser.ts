import type { Browser } from 'playwright';
import { UsageError } from '../usage-error.ts';

/** Starts Chromium through Playwright, which is no dependency of ours: only owners who take snapshots need it. */
export async function launchBrowser(path: string | undefined): Promise<Browser> {
  const { chromium } = await import('playwright').catch((cause) => {
    throw new UsageError(
      'samtycke snapshot needs Playwright, which is not installed. Run: npm install --save-dev playwright',
      cause,
    );
  });
  try {
    return await chromium.launch(path === undefined ? {} : { executablePath: path });
  } catch (cause) {
    throw new UsageError(
      path === undefined
        ? 'Playwright has no Chromium. Run: npx playwright install chromium, or name an installed one: --browser /usr/bin/chromium'
        : `${path} does not start as a Chromium. Name one that does, or leave --browser out for Playwright's own. ${firstLine(cause)}`,
      cause,
    );
  }
}

function firstLine(cause: unknown): string {
  return (cause as Error).message.split('\n')[0] ?? '';
}
