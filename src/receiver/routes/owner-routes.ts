/** What the owner asks for, with the admin token. */

import type { Hono } from 'hono';
import { canonical } from '../../model/canonical.ts';
import { dayMs } from '../../model/day-ms.ts';
import { answer, answerJson } from '../answer.ts';
import { HttpError } from '../http-error.ts';
import { ownerPage } from '../owner-page/page.ts';
import { report } from '../owner-page/report.ts';
import { parseJson } from '../parse-receipt.ts';
import { readBody } from '../read-body.ts';
import type { DailyCount, TextKind } from '../store.ts';
import { publishedText } from './bodies.ts';
import { monthQuery, parseParameters, statisticsQuery, textPath } from './parameters.ts';
import type { Surroundings } from './surroundings.ts';

const mostTextBytes = 262_144; // 256 kB: two hundred services described in five languages
const daysShown = 30;
const mostDaysDrawn = 1_100; // three years, the longest that receipts are kept (LAW 62)

/** Adds publishing, export, statistics, and the page that shows them. */
export function addOwnerRoutes(app: Hono, { store, requireAdmin }: Surroundings): void {
  app.put('/v1/config/:hash', async (c) => {
    await requireAdmin(c.req.header('authorization'));
    const { hash } = parseParameters(textPath, c.req.param(), 'path');
    const { kind, body } = parseText(await readBody(c, mostTextBytes));
    const found = await hashOf(body);
    if (found !== hash) {
      throw new HttpError(
        422,
        'path.hash',
        `The canonical form of this body has the hash ${found}.`,
      );
    }
    return answerJson(c, { hash }, (await store.publish(hash, kind, body)) ? 201 : 200);
  });

  app.get('/v1/export', async (c) => {
    await requireAdmin(c.req.header('authorization'));
    const { from, to } = parseParameters(monthQuery, c.req.query(), 'query');
    const lines = store.export({ ...(from && { from }), ...(to && { to }) });
    return answer(c, streamOf(lines), 200, {
      'Content-Type': 'application/x-ndjson',
      'Content-Disposition': 'attachment; filename="samtycke-export.ndjson"',
    });
  });

  app.get('/v1/statistics', async (c) => {
    await requireAdmin(c.req.header('authorization'));
    const query = parseParameters(statisticsQuery, c.req.query(), 'query');
    const to = query.to ?? dayOf(Date.now());
    const from = query.from ?? dayOf(Date.parse(to) - (daysShown - 1) * dayMs);
    if (query.format !== 'html') {
      return answerJson(c, { from, to, days: daysOf(await store.statistics(from, to)) });
    }
    if (Date.parse(to) - Date.parse(from) > mostDaysDrawn * dayMs) {
      throw new HttpError(422, 'query.from', `Ask for at most ${mostDaysDrawn} days as html.`);
    }
    const { markup } = report(from, to, await store.statistics(from, to));
    return answer(c, markup, 200, {
      'Content-Type': 'text/html; charset=UTF-8',
      'Content-Security-Policy': "default-src 'none'",
    });
  });

  app.get('/owner', async (c) => {
    const { body, headers } = await ownerPage();
    return answer(c, body, 200, headers);
  });
}

function parseText(text: string): { kind: TextKind; body: string } {
  const value = parseJson(text);
  const result = publishedText.safeParse(value);
  if (!result.success) {
    throw new HttpError(
      422,
      'body',
      'Publish a configuration as an object, or the texts of a notice as a list of strings and numbers.',
    );
  }
  return { kind: Array.isArray(value) ? 'notice' : 'config', body: canonical(value) };
}

async function hashOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const base64 = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return `sha256-${base64.replaceAll('+', '-').replaceAll('/', '_').replace('=', '')}`;
}

/** The counts of each day, put together as a person would. */
function daysOf(counts: readonly DailyCount[]) {
  const days = new Map<string, ReturnType<typeof emptyDay>>();
  for (const { day, kind, name, count } of counts) {
    const of = days.get(day) ?? emptyDay(day);
    days.set(day, of);
    if (kind === 'decisions') of.decisions = count;
    else if (kind === 'action') of.actions[name] = count;
    else if (kind === 'language') of.languages[name] = count;
    else {
      const [category = '', state = ''] = name.split('=');
      of.choices[category] = { ...of.choices[category], [state]: count };
    }
  }
  return [...days.values()];
}

function emptyDay(day: string) {
  const actions: Record<string, number> = {};
  const choices: Record<string, Record<string, number>> = {};
  const languages: Record<string, number> = {};
  return { day, decisions: 0, actions, choices, languages };
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 'yyyy-mm-dd'.length);
}

const chunkLength = 65_536; // 64 kB: a line each would be a write to the socket each

/** Lines as a stream that waits for its reader. */
function streamOf(lines: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const iterator = lines[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      let text = '';
      while (text.length < chunkLength) {
        const { done, value } = await iterator.next();
        if (!done) text += value;
        else {
          if (text) controller.enqueue(encoder.encode(text));
          controller.close();
          return;
        }
      }
      controller.enqueue(encoder.encode(text));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
