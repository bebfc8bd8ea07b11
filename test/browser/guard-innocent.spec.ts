/** What is not declared, looks like it, or is necessary works as if we were not there. */
import { expect, test } from './fixtures.ts';
import { openGuarded, spy } from './guard-page.ts';

test('own scripts, other hosts, look-alikes and other paths are left alone', {
  tag: '@once',
}, async ({ site, page }) => {
  const port = new URL(site.tracker).port;
  const at = (host: string) => `http://${host}:${port}`;
  const innocent: readonly (readonly [string, string, string?])[] = [
    ['own', site.origin],
    ['cdn', at('cdn.localhost')],
    ['look-alike', at('nottracker.localhost')],
    ['longer', at('tracker.localhost.localhost')],
    ['other-path', `${at('shared.localhost')}/fonts`],
    ['path-prefix', `${at('shared.localhost')}/tracker`],
    ['in-query', at('cdn.localhost'), '?from=http://tracker.localhost/'],
    ['necessary', at('pay.localhost')],
  ];
  const services = [
    spy,
    { id: 'shared', category: 'marketing', hosts: ['shared.localhost/track'] },
    {
      id: 'pay',
      category: 'necessary',
      hosts: ['pay.localhost'],
      storage: [{ name: '_pay' }],
      snippets: ['paySnippet('],
    },
  ];
  await openGuarded(site, {
    config: { services },
    body: `<h1>Betala</h1><script>function paySnippet() { window.paid = true } paySnippet()</script>
      ${innocent.map(([name, base]) => `<script src="${base}/markup-${name}.js"></script><img src="${base}/markup-${name}.gif" alt="">`).join('')}`,
  });
  const markup = (await page.content()).match(/data-service|text\/plain/g);
  expect(markup).toBeNull();
  const failed = await page.evaluate(async (list) => {
    const wrong: string[] = [];
    const loaded = (it: HTMLElement, name: string) =>
      new Promise<void>((resolve) => {
        it.onload = () => resolve();
        it.onerror = () => {
          wrong.push(name);
          resolve();
        };
      });
    await Promise.all(
      list.map(async ([name, base, query = '']) => {
        const script = document.createElement('script');
        const scriptLoaded = loaded(script, `${name} script`);
        script.src = `${base}/made-${name}.js${query}`;
        document.head.append(script);
        const image = new Image();
        const imageLoaded = loaded(image, `${name} image`);
        image.src = `${base}/made-${name}.gif${query}`;
        const box = document.createElement('div');
        const markup = `<p title="a &amp; b"><img src="${base}/html-${name}.gif${query}" alt=''></p><!-- tracker.localhost -->`;
        box.innerHTML = markup;
        const expected = document.createElement('div');
        expected.append(...new DOMParser().parseFromString(markup, 'text/html').body.childNodes);
        if (box.innerHTML !== expected.innerHTML) wrong.push(`${name} html`);
        const answer = await fetch(`${base}/fetch-${name}.json${query}`);
        if (JSON.stringify(await answer.json()) !== '{}') wrong.push(`${name} fetch`);
        await Promise.all([scriptLoaded, imageLoaded]);
      }),
    );
    document.cookie = '_pay=1';
    document.cookie = 'spy=1';
    if (!/_pay=1.*spy=1|spy=1.*_pay=1/.test(document.cookie)) wrong.push('cookies');
    return wrong;
  }, innocent);
  expect(failed).toEqual([]);
  const made = innocent.map(([name]) => `/made-${name}.js`);
  const ran = (await page.evaluate('window.ran')) as string[];
  expect(ran.filter((name) => name.includes('made')).length).toBe(made.length);
  expect(await page.evaluate('window.paid')).toBe(true);
  // The same path, declared, is held: the rule is there.
  await page.evaluate(
    (src) => {
      new Image().src = src;
    },
    `${at('shared.localhost')}/track/a.gif`,
  );
  await site.settled();
  expect(site.arrived('shared.localhost/track/')).toEqual([]);
});

test('the browser’s functions look like the browser’s own, and those of others stay', {
  tag: '@once',
}, async ({ site, page }) => {
  await openGuarded(site, {
    beforeScript: `<script>
      const append = Element.prototype.append;
      window.earlier = 0;
      Element.prototype.append = function (...nodes) { earlier++; return append.apply(this, nodes); };
    </script>`,
  });
  const found = await page.evaluate(() => {
    const natives: readonly (readonly [unknown, string, number])[] = [
      [fetch, 'fetch', 1],
      [window.open, 'open', 0],
      [Node.prototype.appendChild, 'appendChild', 1],
      [Element.prototype.setAttribute, 'setAttribute', 2],
      [document.write, 'write', 0],
      [WebSocket, 'WebSocket', 1],
      [XMLHttpRequest.prototype.open, 'open', 2],
      [Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'src')?.set, 'set src', 1],
      [Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')?.set, 'set cookie', 1],
    ];
    const wrong: string[] = [];
    for (const [native, name, length] of natives as readonly [() => void, string, number][]) {
      if (
        !/^function .*\(\) \{\s*\[native code\]\s*\}$/.test(
          Function.prototype.toString.call(native),
        )
      )
        wrong.push(`${name} text`);
      if (native.name !== name) wrong.push(`${name} is called ${native.name}`);
      if (native.length !== length) wrong.push(`${name} takes ${native.length}`);
    }
    if (WebSocket.CLOSED !== 3) wrong.push('constants');
    // A later patch is in front of ours, and calls ours.
    let later = 0;
    const setAttribute = Element.prototype.setAttribute;
    Element.prototype.setAttribute = function (...args) {
      later++;
      return setAttribute.apply(this, args);
    };
    document.createElement('p').setAttribute('id', 'x');
    const before = (window as unknown as { earlier: number }).earlier;
    document.body.append('x');
    if (later !== 1) wrong.push('later patch');
    if ((window as unknown as { earlier: number }).earlier !== before + 1)
      wrong.push('earlier patch');
    // Misuse fails as it does without us.
    for (const misuse of [
      () => Reflect.apply(Node.prototype.appendChild, {}, [document.body]),
      () => new WebSocket('http://['),
    ]) {
      try {
        misuse();
        wrong.push('misuse');
      } catch {
        // as it should
      }
    }
    return wrong;
  });
  expect(found).toEqual([]);
  await site.accept();
  // Ours are gone; the later one of the page is still there, and works.
  expect(
    await page.evaluate(() => {
      document.body.setAttribute('title', 'x');
      return document.body.title;
    }),
  ).toBe('x');
});
