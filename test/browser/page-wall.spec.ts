/** Ring 3: what nobody has declared. The wall that a page builds for itself, and beside it the one in the header. */
import { faultsByAxe } from './faults-by-axe.ts';
import { expect, test } from './fixtures.ts';
import { expectRan, note } from './gate-page.ts';
import { callCases } from './guard-call-cases.ts';
import { elementCases } from './guard-element-cases.ts';
import { codeOf } from './guard-page.ts';
import { storageCases, storageCode } from './guard-storage-cases.ts';
import { kinds } from './markup-kinds.ts';
import { noteOutcomes } from './outcomes.ts';
import { type ServedPage, servePage } from './served-page.ts';
import type { Site } from './site.ts';

/** Another host of the tracker's server, which nobody has declared. */
const other = (site: Site, name = 'other') => site.tracker.replace('tracker', name);
const pathsAt = (site: Site, name: string) =>
  [
    ...new Set(
      site.arrived(new RegExp(`^${name}\\.localhost`)).map(({ path }) => path.replace(/\?.*/, '')),
    ),
  ].sort();
/** What browsers say of what a policy refuses, and Firefox of an EventSource that is answered without events. */
const refusals =
  /Content.Security.Policy|Refused|violates|did not load|can.t establish a connection|Failed to (load worklet|fetch|execute .importScripts.)|NetworkError|A network error occurred|The operation was aborted|content blocked|too many CSP reports|WebSocket|EventSource|^page error: $/i;

const pageWith = (body: string): ServedPage => ({
  html: `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Solexempel</title></head><body><main><h1>Sol</h1>${body}</main></body></html>`,
});

test.describe('the wall', { tag: '@once' }, () => {
  const cases = [...callCases, ...elementCases];
  const past = cases.filter(({ pastPolicy }) => pastPolicy).map(({ name }) => `/${name}`);

  for (const wall of ['header', 'page'] as const) {
    // The control runs stand in guard-calls.spec.ts and guard-elements.spec.ts.
    test(`in the ${wall} holds what scripts ask an undeclared host for`, async ({
      site,
      page,
      browserName,
    }) => {
      site.expectProblems(refusals);
      const markup =
        wall === 'header' ? Object.values(kinds(other(site, 'markup'))).join('\n') : '';
      await page.goto(servePage(site, pageWith(`${markup}<img src="/own.gif" alt="">`), { wall }));
      // Refused calls may never answer: 0.1 s is longer than any other takes to leave.
      await page.evaluate(codeOf(cases, other(site), 100));
      await site.settled();
      expect(pathsAt(site, 'other').map((path) => path.replace(/\.\w+$/, ''))).toEqual(past);
      expect(site.arrived('/own.gif')).toHaveLength(1);
      const left = pathsAt(site, 'other').map((path) => path.replace(/^\/|\.\w+$/g, ''));
      const absent = cases.filter(({ notIn }) => notIn === browserName).map(({ name }) => name);
      const names = cases.map(({ name }) => name);
      noteOutcomes(`wall in the ${wall}`, { names, before: left, absent });
      const stored = (await page.evaluate(storageCode())) as string[];
      noteOutcomes(`wall in the ${wall}`, {
        names: storageCases.map(({ name }) => name),
        before: stored,
      });
      if (wall === 'page') return;
      expect(pathsAt(site, 'markup')).toEqual([]);
      noteOutcomes('wall in the header', { names: Object.keys(kinds('')), before: [] });
    });
  }

  test('in the page holds what stands behind its script, as far as browsers do not fetch ahead', async ({
    site,
    page,
    browserName,
  }) => {
    site.expectProblems(refusals);
    const markup = (name: string) => pageWith(Object.values(kinds(other(site, name))).join('\n'));
    await page.goto(servePage(site, markup('hasty'), { wall: 'page' }));
    await site.settled();
    await expectRan(page);
    // What no browser looks for in advance.
    expect(pathsAt(site, 'hasty')).not.toEqual(
      expect.arrayContaining(['/inline.gif', '/imported.js', '/frame.html', '/attribute.png']),
    );
    await page.goto(servePage(site, markup('calm'), { wall: 'page', calm: true }));
    await site.settled();
    await expectRan(page);
    if (browserName === 'chromium') expect(pathsAt(site, 'calm')).toEqual([]);
    // When this fails, Firefox has learnt to wait: mend docs/markup.md.
    else expect(pathsAt(site, 'calm')).toContain('/head.js');
    const names = Object.keys(kinds(''));
    const notRun = names.filter((name) => /\.js$/.test(name));
    noteOutcomes('wall in the page', { names, before: pathsAt(site, 'calm'), notRun });
  });

  test('in the page opens to what is accepted by a reload, and closes at once', async ({
    site,
    page,
  }) => {
    site.expectProblems(refusals);
    const body = `<script src="${site.tracker}/a.js"></script><script>/* solannons.start( */ ${note('inline')}</script>
      <img src="${other(site)}/x.gif" alt=""><script>new Image().src = '${other(site, 'cdn')}/lib/b.gif'</script>`;
    const address = servePage(site, pageWith(body), {
      wall: 'page',
      calm: true,
      allow: [`${new URL(other(site, 'cdn')).host}/lib`],
    });
    const made = (name: string) =>
      page.evaluate((src) => {
        new Image().src = src;
      }, `${site.tracker}/${name}.gif`);
    await page.goto(address);
    await made('before');
    await site.accept();
    await expectRan(page, '/a.js', 'inline');
    await made('yes');
    await site.expectArrived('/yes.gif', 1);
    await site.expectReceipts(1);
    expect(site.arrived('/served')).toHaveLength(2);

    await page.evaluate(() => void window.samtycke.rejectAll());
    await site.expectReceipts(2);
    await made('after');
    await site.settled();
    expect(site.arrived(/before|after/)).toEqual([]);
    expect(site.arrived('/served')).toHaveLength(2);

    await page.goto(address);
    await site.settled();
    expect(site.arrived('/a.js')).toHaveLength(1);
    expect(site.arrived('cdn.localhost').length).toBeGreaterThan(0);
  });

  test('in the page does not reload where no cookie is kept', async ({ site, page }) => {
    site.expectProblems(refusals);
    const address = servePage(site, pageWith('<p>Sol</p>'), { wall: 'page' });
    await page.addInitScript(() => {
      Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set() {} });
    });
    await page.goto(address);
    await site.accept();
    await site.expectReceipts(1);
    await site.settled();
    expect(site.arrived('/served')).toHaveLength(1);
  });
});

test.describe('a half-filled form', { tag: '@once' }, () => {
  const form = `<form><label>Namn <input id="name"></label></form>`;

  test('is asked about before a reload, and kept when the visitor waits', async ({
    site,
    page,
    browserName,
  }) => {
    site.expectProblems(refusals);
    // Frameworks write into the attribute what is typed: the field alone does not tell.
    const body = `${form}<script src="${site.tracker}/a.js"></script><script>/* solannons.start( */ ${note('inline')}</script>
      <script>const field = document.querySelector('input'); field.oninput = () => field.setAttribute('value', field.value)</script>`;
    const address = servePage(site, pageWith(body), { wall: 'page', calm: true });
    await page.goto(address);
    await page.getByLabel('Namn').pressSequentially('Sol');
    await site.accept();
    const question = page.getByRole('alertdialog', { name: 'Ladda om sidan?' });
    await expect(question).toBeVisible();
    await expect(question).toContainText('Det försvinner om du laddar om.');
    await expect(question.getByRole('heading')).toBeFocused();
    if (browserName === 'chromium') expect(await faultsByAxe(page)).toEqual([]);
    await question.getByRole('button', { name: 'Inte nu' }).click();
    await expect(question).toHaveCount(0);
    await site.expectReceipts(1);
    await expect(page.getByLabel('Namn')).toHaveValue('Sol');
    expect(site.arrived('/served')).toHaveLength(1);
    // Nothing starts half, not even what the page brings meanwhile.
    await page.evaluate(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        `<script type="text/plain" data-category="marketing">window.ran = ['late']</script>`,
      );
    });
    await site.settled();
    expect(await page.evaluate('window.ran')).toBeUndefined();

    // A yes that is taken back needs no reload; one that is given again does, of the visitor's own.
    await page.evaluate(() => void window.samtycke.rejectAll());
    await site.expectReceipts(2);
    await site.save({ marketing: true });
    await site.expectReceipts(3);
    await question.getByRole('button', { name: 'Ladda om' }).click();
    await expectRan(page, '/a.js', 'inline');
    expect(site.arrived('/served')).toHaveLength(2);
  });
});
