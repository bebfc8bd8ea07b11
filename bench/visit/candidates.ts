/** What is compared: pages that do the same work, each with its product set up as its README says. */
import { readFileSync } from 'node:fs';

/** How much a page has of what a product must handle. */
export interface Load {
  /** Inline scripts that wait for statistics. */
  readonly tags: number;
  /** Declared services, in turn over the three optional categories. */
  readonly services: number;
}

export interface Candidate {
  readonly name: string;
  /** Files by the path that the page asks for; also those whose calls are counted as the product's own. */
  readonly files: Readonly<Record<string, string>>;
  head(load: Load): string;
  /** After the page's own content. */
  body(load: Load): string;
  /** The button that accepts everything. Its being visible is when the banner is there. */
  readonly accept: string;
  /** The button that opens the settings. */
  readonly settings: string;
  /** What is visible when the settings are open. */
  readonly opened: string;
}

const categories = ['preferences', 'statistics', 'marketing'] as const;

interface Service {
  readonly id: string;
  readonly name: string;
  readonly category: (typeof categories)[number];
  readonly purpose: string;
}

function servicesOf({ services }: Load): Service[] {
  return Array.from({ length: services }, (_, i) => ({
    id: `tjanst-${i}`,
    name: `Tjänst ${i}`,
    category: categories[i % categories.length] as Service['category'],
    purpose: 'Mäter hur sidan används.',
  }));
}

const ofCategory = (load: Load, category: string): Service[] =>
  servicesOf(load).filter((service) => service.category === category);

const repeat = (count: number, text: string): string => Array(count).fill(text).join('\n');

/** What a released tag does: the page counts them. */
const run = 'window.ran = (window.ran ?? 0) + 1;';

const json = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const peer = (path: string): string => new URL(`node_modules/${path}`, import.meta.url).pathname;
const dist = (path: string): string => new URL(`../../dist/${path}`, import.meta.url).pathname;

/** Nothing: what every figure is the difference to. */
const blank: Candidate = {
  name: 'blank',
  files: {},
  head: () => '',
  body: () => '',
  accept: 'h1',
  settings: 'h1',
  opened: 'h1',
};

/** A banner that somebody has written by hand: static HTML, a style sheet and a few lines of script. */
const floor: Candidate = {
  name: 'floor',
  files: {
    'floor.js': new URL('floor/floor.js', import.meta.url).pathname,
    'floor.css': new URL('floor/floor.css', import.meta.url).pathname,
  },
  head: () => '<link rel="stylesheet" href="floor.css">',
  body: (load) => `${repeat(load.tags, `<script type="text/plain" class="waits">${run}</script>`)}
<section id="banner" hidden aria-label="Kakor"><h2>Får vi använda kakor?</h2>
<p>Vi vill använda kakor för inställningar, statistik och marknadsföring. Du kan ändra dig när du vill. <a href="/integritet">Så använder vi uppgifter</a></p>
<button id="reject">Neka alla</button> <button id="accept">Godkänn alla</button> <button id="open">Anpassa</button></section>
<dialog id="settings" aria-label="Kakinställningar">${categories
    .map(
      (category) => `<h3><label><input type="checkbox" name="${category}"> ${category}</label></h3>
<details><summary>Tjänster</summary><ul>${ofCategory(load, category)
        .map(({ name, purpose }) => `<li>${name}: ${purpose}</li>`)
        .join('')}</ul></details>`,
    )
    .join('')}<button id="save">Spara mina val</button></dialog>
<script src="floor.js"></script>`,
  accept: '#accept',
  settings: '#open',
  opened: '#save',
};

const samtyckeConfig = (load: Load): string =>
  `<script type="application/json" id="samtycke-config">${json({
    controller: { name: 'Solexempel AB' },
    policyUrl: '/integritet',
    endpoint: '/v1/receipts',
    categories,
    services: servicesOf(load).map((service) => ({
      ...service,
      provider: 'Exempel AB',
      hosts: [`${service.id}.example`],
    })),
  })}</script>`;

const samtycke = (name: string, file: string, files: readonly string[]): Candidate => ({
  name,
  files: Object.fromEntries(files.map((path) => [path, dist(path)])),
  head: (load) => `${samtyckeConfig(load)}<script src="${file}"></script>`,
  body: ({ tags }) =>
    repeat(tags, `<script type="text/plain" data-category="statistics">${run}</script>`),
  accept: '#samtycke-consent .samtycke-equal button:last-child',
  settings: '#samtycke-consent .samtycke-more button:not(.samtycke-equal button)',
  opened: '#samtycke-settings',
});

const orejime: Candidate = {
  name: 'orejime 3.2.1',
  files: {
    'orejime.js': peer('orejime/dist/orejime-standard-sv.js'),
    'orejime.css': peer('orejime/dist/orejime-standard.css'),
  },
  head: (load) => `<link rel="stylesheet" href="orejime.css">
<script>window.orejimeConfig = ${json({
    privacyPolicyUrl: '/integritet',
    purposes: categories.map((id) => ({
      id,
      title: id,
      cookies: [],
      purposes: ofCategory(load, id).map((service) => ({
        id: service.id,
        title: service.name,
        description: service.purpose,
        cookies: [],
      })),
    })),
  })};</script>`,
  body: ({ tags, services }) =>
    `${repeat(tags, `<template data-purpose="${services > 1 ? 'tjanst-1' : 'statistics'}"><script>${run}</script></template>`)}
<script src="orejime.js"></script>`,
  accept: '.orejime-Banner-saveButton',
  settings: '.orejime-Banner-learnMoreButton',
  opened: '.orejime-Modal',
};

const vanilla: Candidate = {
  name: 'vanilla-cookieconsent 3.1.0',
  files: {
    'vanilla.js': peer('vanilla-cookieconsent/dist/cookieconsent.umd.js'),
    'vanilla.css': peer('vanilla-cookieconsent/dist/cookieconsent.css'),
  },
  head: () => '<link rel="stylesheet" href="vanilla.css">',
  body: (
    load,
  ) => `${repeat(load.tags, `<script type="text/plain" data-category="statistics">${run}</script>`)}
<script src="vanilla.js"></script><script>CookieConsent.run(${json({
    hideFromBots: false,
    categories: {
      necessary: { enabled: true, readOnly: true },
      ...Object.fromEntries(
        categories.map((id) => [
          id,
          {
            services: Object.fromEntries(
              ofCategory(load, id).map((service) => [service.id, { label: service.name }]),
            ),
          },
        ]),
      ),
    },
    language: {
      default: 'sv',
      translations: {
        sv: {
          consentModal: {
            title: 'Får vi använda kakor?',
            description: 'För inställningar, statistik och marknadsföring.',
            acceptAllBtn: 'Godkänn alla',
            acceptNecessaryBtn: 'Neka alla',
            showPreferencesBtn: 'Anpassa',
          },
          preferencesModal: {
            title: 'Kakinställningar',
            acceptAllBtn: 'Godkänn alla',
            acceptNecessaryBtn: 'Neka alla',
            savePreferencesBtn: 'Spara mina val',
            sections: categories.map((id) => ({ title: id, description: id, linkedCategory: id })),
          },
        },
      },
    },
  })});</script>`,
  accept: '#cc-main [data-role="all"]',
  settings: '#cc-main [data-role="show"]',
  opened: '#cc-main .pm',
};

const klaro: Candidate = {
  name: 'klaro 0.7.22',
  files: { 'klaro.js': peer('klaro/dist/klaro.js') },
  head: (load) =>
    `<script>window.klaroConfig = ${json({
      lang: 'sv',
      privacyPolicy: '/integritet',
      acceptAll: true,
      translations: { sv: { purposes: Object.fromEntries(categories.map((id) => [id, id])) } },
      services: servicesOf(load).map((service) => ({
        name: service.id,
        title: service.name,
        description: service.purpose,
        purposes: [service.category],
      })),
    })};</script><script defer src="klaro.js"></script>`,
  body: ({ tags }) =>
    repeat(
      tags,
      `<script type="text/plain" data-type="application/javascript" data-name="tjanst-1">${run}</script>`,
    ),
  accept: '.cookie-notice .cm-btn-success',
  settings: '.cookie-notice .cm-link',
  opened: '.cookie-modal .cm-modal',
};

const built = Object.keys(JSON.parse(readFileSync(dist('integrity.json'), 'utf8'))).filter((path) =>
  /^samtycke.*\.js$/.test(path),
);

export const candidates: readonly Candidate[] = [
  blank,
  floor,
  samtycke('samtycke', 'samtycke.js', built),
  samtycke('samtycke.all', 'samtycke.all.js', built),
  orejime,
  vanilla,
  klaro,
];
