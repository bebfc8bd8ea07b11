import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { expect, test } from './fixtures.ts';
import { callCases, openCases } from './guard-call-cases.ts';
import {
  acceptAll,
  arrivedCases,
  casesIn,
  codeOf,
  expectCases,
  openGuarded,
  spy,
  withoutAct,
} from './guard-page.ts';
import { noteOutcomes } from './outcomes.ts';

test('every call case reaches the tracker on a page without the guard', { tag: '@once' }, async ({
  site,
  page,
  browserName,
}) => {
  await site.open({ script: 'none' });
  // What a server without web sockets answers is no matter here, nor is the pop-up of a form.
  site.expectProblems(/WebSocket|EventSource|can.t establish a connection/);
  expect(await page.evaluate(codeOf(callCases, site.tracker))).toEqual([]);
  await expectCases(site, casesIn(browserName, callCases));
});

test('held calls reach nobody, answer as pages expect and are dropped', { tag: '@once' }, async ({
  site,
  page,
  browserName,
}) => {
  await openGuarded(site, withoutAct);
  expect(await page.evaluate(codeOf(callCases, site.tracker))).toEqual([]);
  await site.settled();
  expect(arrivedCases(site)).toEqual([]);
  await acceptAll(site);
  const back = callCases.filter(({ comesBack }) => comesBack);
  await expectCases(site, back);
  await site.settled();
  await expectCases(site, back);
  noteOutcomes('guard', {
    names: callCases.map(({ name }) => name),
    before: [],
    after: arrivedCases(site),
    absent: callCases.filter(({ notIn }) => notIn === browserName).map(({ name }) => name),
  });
});

test('a call after the yes is a call as ever', { tag: '@once' }, async ({
  site,
  page,
  browserName,
}) => {
  site.expectProblems(/WebSocket|EventSource|can.t establish a connection/);
  await openGuarded(site, withoutAct);
  await acceptAll(site);
  expect(await page.evaluate(codeOf(callCases, site.tracker))).toEqual([]);
  await expectCases(site, casesIn(browserName, callCases));
});

test('WebTransport sends nothing before a yes', { tag: '@once' }, async ({ site, page }) => {
  // It speaks UDP, which the site's own servers do not hear.
  const listen = async () => {
    const socket = createSocket('udp4').on('message', () => packets.push(socket));
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return socket;
  };
  const packets: Socket[] = [];
  const [held, control] = [await listen(), await listen()];
  site.expectProblems(/WebTransport/); // nobody answers
  const connect = (socket: Socket) =>
    page.evaluate((url) => {
      const { WebTransport } = window as unknown as {
        WebTransport: new (url: string) => { ready: Promise<void>; closed: Promise<void> };
      };
      const transport = new WebTransport(url);
      for (const one of [transport.ready, transport.closed]) one.catch(() => {});
      return transport instanceof WebTransport;
    }, `https://127.0.0.1:${socket.address().port}/`);
  await openGuarded(site, { config: { services: [{ ...spy, hosts: ['127.0.0.1'] }] } });
  expect(await connect(held)).toBe(true);
  await site.open({ script: 'none', path: '/control' });
  await connect(control);
  await expect.poll(() => packets.includes(control)).toBe(true);
  expect(packets).not.toContain(held);
  for (const socket of [held, control]) socket.close();
});

test('what the documentation says cannot be held is not held', { tag: '@once' }, async ({
  site,
  page,
}) => {
  await openGuarded(site, withoutAct);
  expect(await page.evaluate(codeOf(openCases, site.tracker))).toEqual([]);
  await expectCases(site, openCases);
});
