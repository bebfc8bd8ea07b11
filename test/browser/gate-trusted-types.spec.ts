import { expect, test } from './fixtures.ts';
import { expectRan, external, inline, noteProblems, problemsOf } from './gate-page.ts';

test('keeps scripts held, reports it and lets the page work where the policy is forbidden', {
  tag: '@trusted-types',
}, async ({ site, page }) => {
  site.expectProblems(/trusted/i);
  await site.open({
    headers: {
      'content-security-policy': "require-trusted-types-for 'script'; trusted-types site",
    },
    beforeScript: noteProblems,
    body: `${external(`${site.tracker}/a.js`)}${inline('b')}
      <img data-category="statistics" data-src="${site.tracker}/img.gif" alt="">`,
  });
  await site.accept();
  await site.expectArrived('/img.gif', 1); // no sink: needs no policy
  await expect.poll(async () => (await problemsOf(page)).length).toBe(3);
  expect((await problemsOf(page))[0]).toMatch(/^release-failed: .*trusted-types.*samtycke/);
  await site.settled();
  await expectRan(page);
  expect(site.arrived('/a.js')).toEqual([]);
});

test('makes no policy before something is released', { tag: '@trusted-types' }, async ({
  site,
  page,
}) => {
  await site.open({
    beforeScript: `<script>
      const native = trustedTypes.createPolicy.bind(trustedTypes);
      window.policies = [];
      TrustedTypePolicyFactory.prototype.createPolicy = function (name, rules) {
        policies.push(name);
        return native(name, rules);
      };
    </script>`,
    body: inline('a') + inline('b'),
  });
  await site.reject();
  expect(await page.evaluate('policies')).toEqual([]);
  await site.save({ statistics: true });
  await expectRan(page, 'a', 'b');
  expect(await page.evaluate('policies')).toEqual(['samtycke']);
});
