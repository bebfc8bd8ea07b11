import { expect, test } from './fixtures.ts';
import { expectRan, external, inline, note, sitePolicy } from './gate-page.ts';

test('runs each script once, whatever is clicked', async ({ site, page }) => {
  await site.open({ body: `${inline('inline')}${external(`${site.tracker}/a.js`)}` });
  await site.accept();
  await expectRan(page, 'inline', '/a.js');

  await site.openSettings();
  await site.settings.getByRole('button', { name: 'Godkänn alla' }).click();
  await site.withdraw();
  await page.keyboard.press('Escape'); // the dialog says what the withdrawal did
  await expect(site.settings).toBeHidden();
  await site.save({ statistics: true });
  await site.settled();

  await expectRan(page, 'inline', '/a.js');
  expect(site.arrived('/a.js')).toHaveLength(1);
});

test('runs a script once when the page moves, clones or inserts it again', async ({
  site,
  page,
}) => {
  site.expectProblems(/TrustedScript|injection sink/); // the browsers' word on a clone that does not run
  await site.open({
    body: `<div id="from">${inline('inline')}${external(`${site.tracker}/a.js`)}</div><div id="to"></div>`,
  });
  await page.evaluate(() => {
    Object.assign(window, { held: [...document.querySelectorAll('#from script')] });
  });
  await site.accept();
  await expectRan(page, 'inline', '/a.js');

  await page.evaluate(() => {
    const [from, to] = ['from', 'to'].map((id) => document.getElementById(id) as HTMLElement);
    to?.append(...(window as unknown as { held: Element[] }).held);
    to?.append(...(from?.childNodes ?? []));
    document.body.append(to?.cloneNode(true) as Node);
  });
  await site.settled();

  await expectRan(page, 'inline', '/a.js');
  expect(site.arrived('/a.js')).toHaveLength(1);
});

test('holds what is inserted before a yes, and runs what is inserted after one', async ({
  site,
  page,
}) => {
  await site.open({ head: sitePolicy, body: '<main></main>' });
  const insert = (name: string) =>
    page.evaluate(
      ([name, code, address]) => {
        interface Trusted {
          createScript(text: string): string;
        }
        const script = document.createElement('script');
        script.type = 'text/plain';
        script.dataset.category = 'statistics';
        // A page under a nonce policy gives it to what it makes.
        script.nonce = document.querySelector('script')?.nonce ?? '';
        const inline = script.cloneNode() as HTMLScriptElement;
        inline.text = (window as unknown as { trusted: Trusted }).trusted.createScript(code);
        script.dataset.src = `${address}/${name}.js`;
        script.addEventListener('load', () => {
          Object.assign(window, { loaded: name });
        });
        const section = document.createElement('section');
        section.append(inline, script);
        document.querySelector('main')?.append(section);
      },
      [name, note(`${name} inline`), site.tracker] as const,
    );

  await insert('early');
  await site.settled();
  expect(site.arrived('/early.js')).toEqual([]);
  await site.accept();
  await expectRan(page, 'early inline', '/early.js');

  await insert('late');
  await expectRan(page, 'early inline', '/early.js', 'late inline', '/late.js');
  expect(await page.evaluate('loaded')).toBe('late');

  await site.withdraw();
  await insert('withdrawn');
  await site.settled();
  expect(site.arrived('/withdrawn.js')).toEqual([]);
  await expectRan(page, 'early inline', '/early.js', 'late inline', '/late.js');
});

test('runs scripts that came as HTML text, as routers and htmx insert them', async ({
  site,
  page,
}) => {
  await site.open({ head: sitePolicy });
  await site.accept();
  await page.evaluate(
    ([code, address]) => {
      const nonce = document.querySelector('script')?.nonce ?? '';
      const tag = `type="text/plain" data-category="statistics" nonce="${nonce}"`;
      interface Trusted {
        createHTML(text: string): string;
      }
      const { trusted } = window as unknown as { trusted: Trusted };
      const html = `<script ${tag}>${code}</script><p><script ${tag} data-src="${address}/b.js"></script></p>`;
      document.body.insertAdjacentHTML('beforeend', trusted.createHTML(html));
    },
    [note('a'), site.tracker] as const,
  );
  await expectRan(page, 'a', '/b.js');
});
