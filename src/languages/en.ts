/** English. */
import type { AllTexts } from './texts.ts';

export const en = {
  lang: 'en',
  categories: {
    necessary: {
      label: 'Necessary',
      purpose: 'The site needs them to work and to remember what you choose here.',
    },
    preferences: { label: 'Preferences', purpose: 'The site remembers your choices.' },
    statistics: { label: 'Statistics', purpose: 'We see how the site is used.' },
    marketing: { label: 'Marketing', purpose: 'We tailor ads to you.' },
  },

  title: 'May we use cookies?',
  intro: (controller) =>
    `${controller} uses necessary cookies to make the site work. If you say yes, we also use cookies for:`,
  sharing: 'If you accept, data about your visit may be shared with other companies.',
  withdrawal:
    'You can change your mind or withdraw your consent at any time under Cookie settings at the bottom of the page.',
  policy: 'Read more about cookies',
  reject: 'Reject all',
  onlyNecessary: 'Only necessary',
  accept: 'Accept all',
  customise: 'Customise',
  saved: 'Your choices are saved.',
  changed: 'This is new since you last chose:',
  newCategory: (label) => `We also ask about ${label.toLowerCase()}.`,

  settings: 'Cookie settings',
  close: 'Close',
  settingsIntro: (controller) => `Choose which cookies ${controller} may use.`,
  before:
    'You can change your mind at any time. If you withdraw your consent, it applies from then on. It does not affect what was lawful before.',
  alwaysOn: 'Always on',
  partly: 'Partly on',
  alone: (service) => `Always show ${service}`,
  save: 'Save my choices',
  withdrawAll: 'Withdraw all',
  pts: 'Complain about cookies to the Swedish Post and Telecom Authority (PTS)',
  imy: 'Complain about how your personal data is used to the Swedish Authority for Privacy Protection (IMY)',
  services: (count) => `Services (${count})`,

  withdrawn: 'Your consent is withdrawn',
  deleted: 'We have removed this from your browser:',
  nothingDeleted: 'There was nothing to remove from your browser.',
  left: 'This may still be there. You can remove it in your browser’s settings:',
  reloadNeeded: 'A service that you have withdrawn is still running. It stops when you reload.',
  reload: 'Reload the page',

  receipts: 'My receipts',

  embed: (provider) => `Content from ${provider}`,
  embedIntro:
    'It is fetched only when you say yes. You can change your mind under Cookie settings.',
  embedCategory: (label) =>
    `With “Always accept” you accept all cookies for ${label.toLowerCase()}.`,
  showOnce: 'Show this time',
  showAlways: 'Always accept',
} satisfies AllTexts;
