/** English: what services store, and who gets it. */
import type { DetailTexts } from './texts.ts';

export const details = {
  provider: 'Provider',
  roles: {
    processor: 'processor',
    controller: 'controller of its own',
    joint: 'controller together with us',
  },
  recipients: {
    processor: 'Processors',
    controller: 'Controllers of their own',
    joint: 'Controllers together with us',
  },
  country: 'Country',
  transferred: 'Transfer',
  transfer: (country) => `Data may be transferred to: ${country}.`,
  grounds: {
    adequacy: 'The EU has decided that the protection there is good enough.',
    dpf: 'The company has promised to follow the rules of the EU and the US on protection (Data Privacy Framework).',
    scc: 'The company has promised protection in a contract that the EU has written (standard contractual clauses).',
    bcr: 'The company has rules of its own on protection, which an authority in the EU has approved.',
    consent: 'It happens only if you say yes. The protection may be weaker there.',
  },
  data: 'Data',
  dataKinds: {
    browser: 'a random number for your browser',
    visit: 'a random number for the visit',
    ad: 'which ad you clicked',
    source: 'where you came from',
    pages: 'which pages you visit',
    actions: 'clicks, scrolling and mouse movements',
    device: 'your browser and screen',
    ip: 'your IP address',
    films: 'which films you watch',
    places: 'which places you look at',
    settings: 'your settings',
    choices: 'your choices and receipts',
    technical: 'technical data',
  },
  reason: 'Why it is necessary',
  providerPolicy: 'The provider’s privacy policy',

  ownPurpose: 'Remembers your choices and your receipts.',
  ownReason: 'Without it we ask you again on every page. We store it only once you have chosen.',

  stored: 'Name',
  kind: 'Type',
  duration: 'Duration',
  kinds: {
    cookie: 'cookie',
    local: 'local storage',
    session: 'session storage',
    indexedDB: 'database',
  },
  thirdParty: 'from another site',
  years: (count) => (count === '1' ? '1\u00a0year' : `${count}\u00a0years`),
  days: (count) => (count === '1' ? '1\u00a0day' : `${count}\u00a0days`),
  untilClosed: 'until you close the browser',
  untilRemoved: 'until you remove it',
  nothingStored: 'Stores nothing in your browser.',

  declaration: (controller) =>
    `These are the cookies and the other storage that ${controller} uses, what they are for, and who gets data.`,
  version: (version) => `Version ${version}.`,
  purposes: {
    clarity: 'Shows how you move on the pages: clicks, scrolling and mouse movements.',
    'google-analytics': 'Counts visits and shows how the site is used.',
    'google-maps': 'Shows a map on the page. Google then sees your IP address.',
    matomo: 'Counts visits and shows how the site is used.',
    'meta-pixel': 'Measures which ads lead to visits and shows ads on Facebook and Instagram.',
    posthog: 'Counts visits and shows how the site is used.',
    vimeo: 'Shows films on the page. Vimeo then sees which film you watch.',
    youtube: 'Shows films on the page. YouTube then sees which film you watch.',
  },
} satisfies DetailTexts;
