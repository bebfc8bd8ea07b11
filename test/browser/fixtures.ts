/** `test` with a site of its own: fresh servers, an empty database, empty cookies and storage per test. */
import { test as base } from 'playwright/test';
import { type ContextPool, createContextPool } from './context-pool.ts';
import { createSite, type Site, type SiteOptions } from './site.ts';
import { createStores, type StoreName, type Stores } from './stores.ts';

export { expect } from 'playwright/test';
export { scriptText } from './files.ts';
export type { OpenOptions, Site, SiteOptions } from './site.ts';

type Pooled = Awaited<ReturnType<ContextPool['take']>>;

interface TestFixtures extends SiteOptions {
  /** Where the receiver keeps receipts. */
  readonly storeName: StoreName;
  readonly site: Site;
  readonly pooled: Pooled;
}

interface WorkerFixtures {
  readonly pool: ContextPool;
  readonly stores: Stores;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  build: ['two-files', { option: true }],
  policy: ['plain', { option: true }],

  pool: [
    async ({ browser }, use) => {
      await use(createContextPool(browser));
    },
    { scope: 'worker' },
  ],

  storeName: ['memory', { option: true }],

  stores: [
    async ({ browserName: _ }, use) => {
      const stores = createStores();
      await use(stores);
      await stores.close();
    },
    { scope: 'worker' },
  ],

  // The options that a spec may set with `test.use`.
  pooled: async (
    {
      pool,
      viewport,
      colorScheme,
      contextOptions,
      deviceScaleFactor,
      hasTouch,
      javaScriptEnabled,
      locale,
      timezoneId,
    },
    use,
    testInfo,
  ) => {
    const entry = await pool.take({
      viewport,
      ...(colorScheme ? { colorScheme } : {}),
      ...(deviceScaleFactor ? { deviceScaleFactor } : {}),
      ...(hasTouch ? { hasTouch } : {}),
      ...(javaScriptEnabled === false ? { javaScriptEnabled } : {}),
      ...(locale ? { locale } : {}),
      ...(timezoneId ? { timezoneId } : {}),
      ...contextOptions,
    });
    await use(entry);
    await pool.giveBack(entry, testInfo.status !== testInfo.expectedStatus);
  },

  context: async ({ pooled }, use) => {
    await use(pooled.context);
  },

  page: async ({ pooled }, use) => {
    await use(pooled.page);
  },

  site: async ({ context, page, build, policy, stores, storeName }, use) => {
    const store = await stores.open(storeName);
    const site = await createSite(context, page, { build, policy, store });
    await use(site);
    await site.close();
  },
});
