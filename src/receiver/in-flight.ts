import type { MiddlewareHandler } from 'hono';
import { HttpError } from './http-error.ts';

/** Beyond this many requests at once a receiver says "later" instead of growing: 1024 × 16 kB of bodies is 16 MB. */
const mostAtOnce = 1_024;

/** Counts the requests under way, so that a stop can wait for them and a flood is turned away. */
export function createInFlight() {
  let count = 0;
  let draining = false;
  const whenEmpty: (() => void)[] = [];

  const middleware: MiddlewareHandler = async (_, next) => {
    if (draining) throw later('The receiver is stopping. Send the receipt again in a moment.', 5);
    if (count >= mostAtOnce) throw later('The receiver has too much to do. Try again soon.', 1);
    count++;
    try {
      await next();
    } finally {
      count--;
      if (count === 0) for (const resolve of whenEmpty.splice(0)) resolve();
    }
  };

  return {
    middleware,
    drain(): Promise<void> {
      draining = true;
      return new Promise((resolve) => {
        if (count === 0) resolve();
        else whenEmpty.push(resolve);
      });
    },
  };
}

function later(message: string, seconds: number): HttpError {
  return new HttpError(503, 'receiver', message, { 'Retry-After': String(seconds) });
}
