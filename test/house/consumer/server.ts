/** A server and a build that use the package from npm; it only has to compile. */
import { createServer } from 'node:http';
import { Hono } from 'hono';
import {
  createHonoMiddleware,
  createNodeMiddleware,
  type MiddlewareOptions,
} from 'samtycke/middleware';
import { samtycke } from 'samtycke/vite';
import { defineConfig } from 'vite';

const options: MiddlewareOptions = {
  config: {
    controller: { name: 'Solexempel AB' },
    policyUrl: '/integritet',
    endpoint: '/v1/receipts',
    services: ['youtube'],
  },
  script: '/samtycke/samtycke.js',
  wall: 'header',
  allow: ['cdn.exempel.se'],
};

export const app = new Hono();
app.use(createHonoMiddleware(options));

const middleware = createNodeMiddleware(options);
export const server = createServer((request, response) =>
  middleware(request, response, () => response.end()),
);

export const build = defineConfig({ plugins: [samtycke({ config: options.config })] });

// @ts-expect-error a wall of another kind is none that a server can send
createNodeMiddleware({ ...options, wall: 'meta' });
