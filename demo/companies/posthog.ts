/** PostHog: its own browser build from npm, and a collector that answers as its server does. */
import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import type { CompanyServer } from '../collector.ts';
import { npmFile, scriptAnswer } from './npm-file.ts';

/** The project's key, made up. PostHog builds the names of its cookies and storage keys from it. */
export const posthogKey = 'phc_solexempel';

/** The project's settings, as PostHog's server sends them to its script. */
const settings = {
  supportedCompression: ['gzip', 'gzip-js'],
  hasFeatureFlags: false,
  sessionRecording: false,
  surveys: false,
  heatmaps: false,
  captureDeadClicks: false,
  siteApps: [],
};

const app = new Hono()
  .get('/static/array.js', async () =>
    scriptAnswer(
      (await npmFile('posthog-js/dist/array.js')).replace(/\/\/# sourceMappingURL=.*/, ''),
    ),
  )
  .get('/array/:key/config', (c) => c.json({ token: c.req.param('key'), ...settings }))
  .get('/array/:key/config.js', () => scriptAnswer(''))
  .post('/flags/', (c) => c.json({ flags: {}, errorsWhileComputingFlags: false }))
  .post('*', (c) => c.json({ status: 'Ok' }))
  .notFound((c) => c.text('', 404));

export const posthog: CompanyServer = {
  app,
  describe(path, body) {
    if (path.startsWith('/static/')) return 'Hämtar PostHogs skript';
    if (path.startsWith('/array/')) return 'Hämtar PostHogs inställningar';
    if (path.startsWith('/flags')) return 'Frågar efter funktioner';
    return `Händelse: ${eventNames(body).join(', ') || 'okänd'}`;
  },
};

/** The names of the events in a body: plain or gzipped JSON, one event or a batch. */
function eventNames(body: Uint8Array): string[] {
  try {
    const isGzip = body[0] === 0x1f && body[1] === 0x8b; // RFC 1952, 2.3.1
    const text = new TextDecoder().decode(isGzip ? gunzipSync(body) : body);
    const sent = JSON.parse(text) as { event?: string; batch?: readonly { event?: string }[] };
    return (sent.batch ?? [sent]).flatMap(({ event }) => event ?? []);
  } catch {
    return [];
  }
}
