/** A site for WebKitGTK. */
import { openSqliteStore } from '../../src/receiver/index.ts';
import { answerBuiltFile, scriptPaths } from '../browser/built-files.ts';
import { answerFile } from '../browser/files.ts';
import { type PageOptions, pageHtml } from '../browser/page-html.ts';
import { startReceiver } from '../browser/receiver.ts';
import {
  type Answer,
  type ArrivedRequest,
  type Recorder,
  startServer,
} from '../browser/servers.ts';

interface SiteOptions extends Omit<PageOptions, 'head'> {
  readonly build: keyof typeof scriptPaths;
  /** What stands in `<head>`, given the address of the tracker. */
  readonly head?: (tracker: string) => string;
}

/** A site at `localhost` with a tracker at `127.0.0.1`: other names need not resolve in WebKitGTK. */
export async function startSite({ build, head, ...options }: SiteOptions) {
  const recorder: Recorder = { requests: [], responders: [], faults: [] };
  const tracker = await startServer(recorder, answerFile);
  const html = pageHtml(
    { ...options, head: head?.(`http://127.0.0.1:${tracker.port}`) ?? '' },
    { scriptPath: scriptPaths[build], nonce: undefined, endpoint: '/v1/receipts' },
  );
  const answerPage = async (request: ArrivedRequest): Promise<Answer> => {
    if (request.path.startsWith('/v1/')) return receiver.answer(request);
    if (request.path.startsWith('/samtycke/')) return answerBuiltFile(request.path);
    return { headers: { 'content-type': 'text/html; charset=utf-8' }, body: html };
  };
  const server = await startServer(recorder, answerPage);
  const origin = `http://localhost:${server.port}`;
  const receiver = startReceiver(openSqliteStore(':memory:'), [origin]);
  return {
    origin,
    receiver,
    fromTracker: () => recorder.requests.filter(({ host }) => host === '127.0.0.1'),
    stop: () => Promise.all([server.close(), tracker.close(), receiver.close()]),
  };
}
