/** While the guard is on its post it tells the gate of what scripts insert, and styles pass functions of ours. */
import { expect, test } from './fixtures.ts';
import { expectRan, note } from './gate-page.ts';
import { arrivedCases, openGuarded, spy } from './guard-page.ts';

const tagged = (name: string) =>
  `<script type="text/plain" data-category="marketing">${note(name)}</script>`;

/** JavaScript with `markup`, a tagged script as a text, and `make()`, one as an element. */
const insertions: Readonly<Record<string, string>> = {
  leaf: 'document.body.append("text", make())',
  insertBefore: 'document.body.insertBefore(make(), null)',
  inside:
    'const box = document.createElement("div"); box.append(make()); document.body.append(box)',
  fragment:
    'const part = document.createDocumentFragment(); part.append(document.createElement("p"), make()); document.body.append(part)',
  innerHTML:
    'const box = document.createElement("div"); document.body.append(box); box.innerHTML = markup',
  detachedHTML:
    'const box = document.createElement("div"); box.innerHTML = markup; document.body.append(box)',
  outerHTML:
    'const box = document.createElement("p"); document.body.append(box); box.outerHTML = markup',
  insertAdjacentHTML: 'document.querySelector("h1").insertAdjacentHTML("afterend", markup)',
  template:
    'const it = document.createElement("template"); it.innerHTML = markup; document.body.append(it.content.cloneNode(true))',
  shadow:
    'const host = document.createElement("p"); document.body.append(host); host.attachShadow({ mode: "closed" }).innerHTML = markup',
  body: 'const body = document.createElement("body"); body.append(...document.body.childNodes, make()); document.body = body',
};

test('what scripts insert with a tag is released while something else waits', {
  tag: '@once',
}, async ({ site, page }) => {
  const ads = { id: 'ads', category: 'marketing', hosts: ['ads.localhost'] };
  await openGuarded(site, { config: { services: [spy, ads] } });
  await site.save({ marketing: true });
  await site.settled();
  const names = Object.keys(insertions);
  for (const [name, code] of Object.entries(insertions)) {
    await page.evaluate(
      ([markup, body]) => {
        const make = () =>
          document.createRange().createContextualFragment(markup as string).firstChild;
        new Function('markup', 'make', body as string)(markup, make);
      },
      [tagged(name), code],
    );
  }
  await expectRan(page, ...names);
  // An embed that is held gets its stand-in, and loses it with the element.
  await page.evaluate(() => {
    const box = document.createElement('div');
    box.id = 'box';
    box.innerHTML = '<p><iframe data-category="statistics" data-src="/own.html"></iframe></p>';
    document.body.append(box);
  });
  await expect(page.locator('.samtycke-embed')).toHaveCount(1);
  await page.evaluate(() => document.querySelector('#box iframe')?.remove());
  await expect(page.locator('.samtycke-embed')).toHaveCount(0);
  expect(site.arrived(/tracker|own\.html/)).toEqual([]);
});

/** JavaScript with `url`, which is asked for at once by laying out the page. */
const styles: Readonly<Record<string, string>> = {
  property: 'it.style.backgroundImage = "url(" + url + ")"',
  dashed: 'it.style["list-style-image"] = "url(" + url + ")"; it.style.display = "list-item"',
  webkit: 'it.style.WebkitMaskImage = "url(" + url + ")"',
  'kept-object':
    'const { style } = it; style.cursor = "auto"; style.background = "red url(" + url + ")"',
  assign: 'Object.assign(it.style, { borderImage: "url(" + url + ") 1", borderStyle: "solid" })',
  'attribute-value':
    'it.setAttribute("style", "top: 0"); it.attributes.style.value = "background: url(" + url + ")"',
  'attribute-item':
    'const style = document.createAttribute("style"); style.value = "background: url(" + url + ")"; it.attributes.setNamedItem(style)',
  rule: 'const sheet = new CSSStyleSheet(); document.adoptedStyleSheets.push(sheet); sheet.replaceSync("main { color: red }"); sheet.cssRules[0].style.backgroundImage = "url(" + url + ")"',
  frame:
    'const frame = document.createElement("iframe"); it.append(frame); frame.contentDocument.body.style.background = "url(" + url + ")"; frame.contentDocument.body.offsetWidth',
};

test('styles that scripts set fetch nothing, however soon the page is laid out', {
  tag: '@once',
}, async ({ site, page }) => {
  const set = () =>
    page.evaluate(
      ([tracker, cases]) => {
        for (const [name, code] of Object.entries(cases)) {
          const it = document.createElement('main');
          it.textContent = 'text';
          document.body.append(it);
          new Function('it', 'url', code)(it, `${tracker}/${name}.gif`);
          it.offsetWidth;
        }
      },
      [`${site.tracker}`, styles] as const,
    );
  await site.open({ script: 'none' });
  await set();
  const names = Object.keys(styles).sort();
  await expect.poll(() => arrivedCases(site)).toEqual(names);

  await openGuarded(site, { path: '/guarded' });
  const before = site.arrived(/^tracker/).length;
  await set();
  await site.settled();
  expect(site.arrived(/^tracker/).slice(before)).toEqual([]);
  // Reads as ever, is the browser's own after a yes.
  const own = () =>
    page.evaluate(() => {
      const it = document.createElement('p');
      it.style.backgroundImage = 'none';
      it.style.cursor = 'url(/own.gif), auto';
      return [
        it.getAttribute('style'),
        it.style.backgroundImage,
        it.style['background-image' as never],
      ];
    });
  const read = ['background-image: none; cursor: url("/own.gif"), auto;', 'none', 'none'];
  expect(await own()).toEqual(read);
  await site.accept();
  expect(await own()).toEqual(read);
  expect(
    await page.evaluate(() => {
      const { set, get } =
        Object.getOwnPropertyDescriptor(
          Object.getPrototypeOf(document.body.style),
          'backgroundImage',
        ) ?? {};
      return [set?.name, get?.name];
    }),
  ).not.toContain('set');
});
