/** Calls that reach another host without an element in the page, and what answers when they are held. */
import type { GuardCase } from './guard-page.ts';

const frame = `const frame = document.createElement('iframe'); document.body.append(frame);`;
const shadow = `const host = document.createElement('div'); document.body.append(host); const root = host.attachShadow({ mode: 'closed' });`;
const blobUrl = (code: string, type = '') =>
  `URL.createObjectURL(new Blob([\`${code}\`], { type: '${type}' }))`;
/** A worker whose code is a blob; it says when it is through. */
const worker = (code: string, options = '{}') =>
  `const worker = new Worker(${blobUrl(code, 'text/javascript')}, ${options}); ${answered}`;
const answered = `await new Promise((resolve) => { worker.onmessage = worker.onerror = resolve; worker.postMessage(url) });`;
const later = (code: string) => `await new Promise((resolve) => { ${code} });`;

export const callCases: readonly GuardCase[] = [
  { name: 'fetch', code: `const { ok } = await fetch(url); if (!ok) throw new Error('not ok')` },
  { name: 'fetch-url', code: 'await (await fetch(new URL(url))).text()' },
  { name: 'fetch-request', code: `await fetch(new Request(url, { method: 'POST', body: 'x' }))` },
  { name: 'fetch-escaped', code: `await fetch(url.replace('tracker', '%74racker'))` },
  {
    name: 'fetch-later',
    code: 'window.fetchLater?.(url, { activateAfter: 0 })',
    notIn: 'firefox', // it has none
  },
  {
    name: 'xhr',
    code: `const request = new XMLHttpRequest(); request.open('GET', url); ${later('request.onloadend = resolve; request.send()')}`,
  },
  {
    name: 'xhr-listeners',
    code: `const request = new XMLHttpRequest(); request.open('POST', url); ${later(`request.addEventListener('loadend', resolve); request.send('x')`)}`,
  },
  { name: 'beacon', code: `if (!navigator.sendBeacon(url, 'x')) throw new Error('refused')` },
  {
    name: 'event-source',
    code: `const source = new EventSource(url); ${later('source.onerror = resolve')} source.close(); if (source.readyState !== 2) throw new Error('open')`,
  },
  {
    name: 'web-socket',
    code: `const socket = new WebSocket(url.replace('http', 'ws')); ${later(`socket.addEventListener('close', resolve)`)} socket.close(); if (!(socket instanceof WebSocket)) throw new Error('another class')`,
  },
  {
    name: 'form-submit',
    code: `${frame} frame.name = 'sink'; const form = document.createElement('form'); form.action = url; form.target = 'sink'; document.body.append(form); form.submit()`,
    type: 'html',
  },
  {
    name: 'form-request-submit',
    code: `${frame} frame.name = 'sink2'; const form = document.createElement('form'); form.action = url; form.target = 'sink2'; form.method = 'post'; document.body.append(form); form.requestSubmit()`,
    type: 'html',
  },
  {
    name: 'form-action',
    code: `${frame} frame.name = 'sink3'; document.body.insertAdjacentHTML('beforeend', '<form target=sink3><button formaction="' + url + '">x</button></form>'); document.body.lastElementChild.lastElementChild.click()`,
    type: 'html',
  },
  {
    name: 'form-shadow',
    code: `${frame} frame.name = 'sink4'; ${shadow} root.innerHTML = '<form target=sink4 action="' + url + '"></form>'; root.firstChild.requestSubmit()`,
    type: 'html',
  },
  {
    name: 'form-action-shadow',
    code: `${frame} frame.name = 'sink5'; ${shadow} root.innerHTML = '<form target=sink5><button formaction="' + url + '">x</button></form>'; root.querySelector('button').click()`,
    type: 'html',
  },
  { name: 'window-open', code: `open(url)`, type: 'html', pastPolicy: true },
  {
    name: 'ping',
    code: `const link = document.createElement('a'); link.href = '#here'; link.ping = url; document.body.append(link); link.click()`,
    notIn: 'firefox', // it sends none unless a preference is set
  },
  {
    name: 'ping-shadow',
    code: `${shadow} root.innerHTML = '<a href="#here" ping="' + url + '">x</a>'; root.firstChild.click()`,
    notIn: 'firefox',
  },
  {
    name: 'cache-add',
    code: `await (await caches.open('own')).add(url)`,
    type: 'json',
  },
  {
    name: 'web-socket-stream',
    code: `if (window.WebSocketStream) { const it = new WebSocketStream(url.replace('http', 'ws')); it.opened.catch(() => {}); it.closed.catch(() => {}) }`,
    notIn: 'firefox', // it has none
  },

  { name: 'frame-fetch', code: `${frame} await frame.contentWindow.fetch(url)` },
  {
    name: 'frame-opened',
    code: `${frame} frame.contentDocument.open().write('<p>'); frame.contentDocument.close(); await frame.contentWindow.fetch(url)`,
  },
  { name: 'frame-index', code: `${frame} await frames[frames.length - 1].fetch(url)` },
  {
    name: 'frame-innerHTML',
    code: `const box = document.createElement('div'); document.body.append(box); box.innerHTML = '<p><iframe></iframe>'; await frames[frames.length - 1].fetch(url)`,
  },
  {
    name: 'frame-fragment',
    code: `const part = document.createDocumentFragment(); part.append(document.createElement('iframe')); document.body.append(part); await frames[frames.length - 1].fetch(url)`,
  },
  {
    name: 'frame-shadow',
    code: `const host = document.createElement('div'); document.body.append(host); const inner = document.createElement('iframe'); host.attachShadow({ mode: 'open' }).append(inner); await inner.contentWindow.fetch(url)`,
  },
  {
    name: 'frame-nested',
    code: `${frame} const inner = frame.contentDocument.createElement('iframe'); frame.contentDocument.body.append(inner); await frame.contentWindow.frames[0].fetch(url)`,
  },
  { name: 'frame-image', code: `${frame} new frame.contentWindow.Image().src = url` },
  {
    name: 'frame-script',
    code: `${frame} const inner = frame.contentDocument.createElement('script'); inner.src = url; frame.contentDocument.body.append(inner)`,
    type: 'js',
  },
  {
    name: 'frame-write',
    code: `${frame} frame.contentDocument.write('<html><body onload="void 0"><script src="' + url + '"></' + 'script></body></html>'); frame.contentDocument.close()`,
    type: 'js',
  },
  {
    name: 'frame-srcdoc-later',
    code: `const inner = document.createElement('iframe'); inner.srcdoc = '<p>'; ${later('inner.onload = resolve; document.body.append(inner)')} await inner.contentWindow.fetch(url)`,
  },
  {
    name: 'inline-text',
    code: `const it = document.createElement('script'); it.text = 'window.spySnippet = () => { new Image().src = "' + url + '" }; spySnippet();'; document.head.append(it)`,
    comesBack: true,
  },
  {
    name: 'inline-text-node',
    code: `const it = document.createElement('script'); it.append('window.spySnippet = () => { navigator.sendBeacon("' + url + '") }; spySnippet();'); document.head.append(it)`,
    comesBack: true,
  },
  {
    name: 'inline-contextual',
    code: `document.body.append(document.createRange().createContextualFragment('<script>window.spySnippet = () => { new Image().src = "' + url + '" }; spySnippet();</' + 'script>'))`,
    comesBack: true,
  },
  {
    name: 'inline-import',
    code: `const it = document.createElement('script'); it.text = 'import("' + url + '").catch(() => {})'; document.head.append(it)`,
    type: 'js',
    comesBack: true,
  },
  {
    name: 'inline-module',
    code: `const it = document.createElement('script'); it.type = 'module'; it.text = 'import "' + url + '"'; document.head.append(it)`,
    type: 'js',
    comesBack: true,
  },

  // Their files come from the site itself: at a declared path of its own host.
  {
    name: 'worker-file',
    code: `const worker = new Worker(mine); worker.postMessage(1); worker.onmessage = null; if (!(worker instanceof Worker)) throw new Error('another class')`,
    type: 'js',
  },
  {
    name: 'shared-worker-file',
    code: 'const { port } = new SharedWorker(mine); port.start(); port.postMessage(1)',
    type: 'js',
  },
  {
    name: 'service-worker',
    code: 'void navigator.serviceWorker.register(mine).then((one) => one.unregister()).catch(() => {})',
    type: 'js',
  },
  {
    name: 'worklet',
    code: 'void new OfflineAudioContext(1, 9, 8000).audioWorklet.addModule(url)',
    type: 'js',
  },
  {
    name: 'blob-worker-fetch',
    code: worker(`onmessage = ({ data }) => fetch(data).then(() => postMessage(1))`),
  },
  {
    name: 'blob-worker-request',
    code: worker(
      `onmessage = ({ data }) => fetch(new Request(data, { method: 'POST', body: 'x' })).then(() => postMessage(1))`,
    ),
  },
  {
    name: 'blob-worker-xhr',
    code: worker(
      `onmessage = ({ data }) => { const request = new XMLHttpRequest(); request.open('GET', data); request.onloadend = () => postMessage(1); request.send() }`,
    ),
  },
  {
    name: 'blob-worker-import',
    code: worker(`onmessage = ({ data }) => { importScripts(data); postMessage(1) }`),
    type: 'js',
  },
  {
    name: 'blob-worker-module',
    code: worker(
      `onmessage = ({ data }) => fetch(data).then(() => postMessage(1))`,
      `{ type: 'module' }`,
    ),
  },
  {
    name: 'blob-worker-event-source',
    code: worker(
      `onmessage = ({ data }) => { const source = new EventSource(data); source.onerror = () => source.close(); setTimeout(() => postMessage(1), 99) }`,
    ),
  },
  {
    name: 'blob-shared-worker',
    code: `const { port } = new SharedWorker(${blobUrl(`onconnect = ({ ports: [port] }) => { port.onmessage = ({ data }) => fetch(data).then(() => port.postMessage(1)) }`, 'text/javascript')}); port.postMessage(url); ${later('port.onmessage = resolve')}`,
  },
  {
    name: 'blob-worker-revoked',
    code: `const address = ${blobUrl(`onmessage = ({ data }) => fetch(data).then(() => postMessage(1))`)}; const worker = new Worker(address); URL.revokeObjectURL(address); ${answered}`,
  },
];

/** What no script of a page can hold: they reach the tracker. When one no longer does, the documentation has to change. */
export const openCases: readonly GuardCase[] = [
  { name: 'import', code: 'await import(url)', type: 'js' },
  {
    name: 'data-worker',
    code: `const worker = new Worker('data:text/javascript,onmessage = ({ data }) => fetch(data).then(() => postMessage(1))'); ${answered}`,
  },
];
