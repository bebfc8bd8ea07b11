/**
 * `samtycke/middleware`: tags declared services in the pages that a server sends, and sends the wall.
 */
export type { WallOptions } from '../model/content-security-policy.ts';
export type { HeadOptions } from './head-parts.ts';
export { createHonoMiddleware } from './hono-middleware.ts';
export { createNodeMiddleware, type NodeMiddleware } from './node-middleware.ts';
export type { MiddlewareOptions } from './response-plan.ts';
