/** The demo's Content-Security-Policy: scripts by nonce only, and other companies only at their declared hosts. */
import { randomBytes } from 'node:crypto';
import { companies, companyHost } from './hosts.ts';

/** A nonce for one answer. */
export function newNonce(): string {
  return randomBytes(16).toString('base64');
}

/** For the site's pages. */
export function sitePolicy(nonce: string, siteHost: string): string {
  const others = companies.map((company) => companyHost(company, siteHost)).join(' ');
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    `img-src 'self' data: ${others}`,
    `connect-src 'self' ${others}`,
    `frame-src 'self' ${others}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** For the panel, which the site may frame. */
export function panelPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}
