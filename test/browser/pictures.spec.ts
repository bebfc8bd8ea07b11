/**
 * The banner looks as it does in docs/screenshots: a stray rule of CSS is seen here before a visitor sees it.
 * Debian's Chromium draws the same picture on every machine that has Debian's DejaVu fonts, which the
 * test command installs; the tolerance is for the edges of letters.
 */
import { basename } from 'node:path';
import { startDemo } from '../../demo/server.ts';
import { comparedPictures, fileOf } from '../../scripts/compared-pictures.ts';
import { takePicture } from '../../scripts/pictures.ts';
import { expect, test } from './fixtures.ts';

// Chromium alone: the pictures are its own. The demo's pages have a policy of their own.
test('looks as in docs/screenshots', { tag: ['@plain', '@chromium'] }, async ({ browser }) => {
  test.slow(); // a fresh context for each picture
  const demo = await startDemo({ port: 0, db: ':memory:' });
  try {
    for (const picture of comparedPictures) {
      const { state, theme, size } = picture;
      const name = basename(fileOf(picture));
      const png = await takePicture(browser, demo.url, state, theme, size);
      expect
        .soft(png, `${name}; if it is meant so, look at it: node scripts/screenshots.ts`)
        // A line of text that has moved changes more; edges of letters change less.
        .toMatchSnapshot(name, { threshold: 0.2, maxDiffPixelRatio: 0.004 });
    }
  } finally {
    await demo.stop();
  }
});
