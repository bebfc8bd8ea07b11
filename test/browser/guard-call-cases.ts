/** Calls that reach another host without an element in the page, and what answers when they are held. */
import type { GuardCase } from './guard-page.ts';

const frame = `const frame = document.createElement('iframe'); document.body.append(frame);`;
const later = (code: string) => `await new Promise((resolve) => { ${code} });`;

export const callCases: readonly GuardCase[] = [
  { name: 'fetch', code: `const { ok } = await fetch(url); if (!ok) throw new Error('not ok')` },
  { name: 'fetch-url', code: 'await (await fetch(new URL(url))).text()' },
  { name: 'fetch-request', code: `await fetch(new Request(url, { method: 'POST', body: 'x' }))` },
  { name: 'fetch-escaped', code: `await fetch(url.replace('tracker', '%74racker'))` },
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
  { name: 'window-open', code: `open(url)`, type: 'html', pastPolicy: true },
  {
    name: 'ping',
    code: `const link = document.createElement('a'); link.href = '#here'; link.ping = url; document.body.append(link); link.click()`,
    notIn: 'firefox', // it sends none unless a preference is set
  },

  { name: 'frame-fetch', code: `${frame} await frame.contentWindow.fetch(url)` },
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
];
