/** The page for an address that does not exist. */
import { html } from 'hono/html';
import type { Page } from './page.ts';

export const notFoundPage: Page = {
  title: 'Sidan finns inte: Solexempel',
  description: 'Sidan finns inte.',
  body: html`
    <article class="wrap text short">
      <h1>Här var det skugga</h1>
      <p class="lead">Sidan du sökte finns inte. Den kan ha flyttat, eller så blev adressen fel.</p>
      <p class="actions"><a class="button" href="/">Till startsidan</a></p>
    </article>`,
};
