/** English, for "My receipts". */
import type { ReceiptTexts } from './texts.ts';

export const receiptTexts = {
  intro: (controller) =>
    `Each time you choose about cookies, you get a receipt. ${controller} gets the same one. You need no account. The key to your receipts is in your browser.`,
  count: (receipts) =>
    receipts === 1 ? 'You have one receipt.' : `You have ${receipts} receipts.`,
  none: 'There are no receipts here. We keep no id for someone who has only rejected, so we cannot find your choices.',
  unreachable: 'We cannot reach the receiver right now. These are the copies in your browser.',
  why: 'The receipt shows what you chose and which text you saw. It is your evidence as much as ours.',

  events: {
    first: 'You chose',
    change: 'You changed your mind',
    withdraw: 'You withdrew',
    reconfirm: 'You chose again',
    expire: 'The choice ran out',
  },
  actions: {
    accept_all: 'You accepted all',
    reject_all: 'You rejected all',
    save: 'You saved your choices',
    embed: 'You showed content on the page',
    api: 'You answered on the page',
    gpc: 'Your browser answered for you (GPC)',
  },
  states: { granted: 'yes', renewed: 'yes, again', denied: 'no', withdrawn: 'withdrawn' },
  validUntil: 'The choice holds until',
  keptUntil: 'The receipt is kept until',
  at: (controller) => `At ${controller}`,
  arrived: (time) => `Arrived ${time}`,
  restrictedState: 'Restricted. It is kept but not used.',
  notYet: 'Has not arrived yet. We try again.',
  gone: 'No longer there',
  unseen: 'Cannot be seen right now',
  differs: 'There is another receipt with the same number.',
  technical: 'Technical details',
  number: 'Number',
  hash: 'Checksum',
  notice: 'The text you saw (checksum)',
  config: 'The question you answered (checksum)',

  check: 'Check the receipts',
  checked: 'Check',
  confirmed: (time) => `Right. The receiver signed it ${time}.`,
  notConfirmed: {
    altered: 'Not right. This is not the receipt that the receiver signed.',
    unknownKey: 'Not right. The receiver has not shown the key that it is signed with.',
    noProof: 'Cannot be checked yet. The receiver’s signature is missing.',
    noKeys: 'Cannot be checked right now. We cannot reach the receiver’s keys.',
    noCrypto: 'Cannot be checked in this browser.',
  },
  allConfirmed: 'All receipts are right.',
  someAltered: (receipts) =>
    receipts === 1 ? 'One receipt is not right.' : `${receipts} receipts are not right.`,
  someUnchecked: (receipts) =>
    receipts === 1
      ? 'One receipt could not be checked.'
      : `${receipts} receipts could not be checked.`,

  download: 'Download (JSON)',
  downloadPage: 'Download for printing',
  fileName: 'receipts',
  pageTitle: 'Your data: your choices about cookies',
  made: (time) => `Made ${time}.`,

  withdrawn: 'Done. All your choices are no.',

  restrict: 'Restrict',
  restrictText: (controller) =>
    `Then ${controller} keeps your receipts but does not use them. They count in no statistics. They are not removed when their time is over either. We withdraw your choices at the same time. It holds until you lift it.`,
  restrictNow: 'Restrict my receipts',
  restrictDone: 'Done. The receipts are not used.',
  lift: 'Lift the restriction',
  liftDone: 'Done. The restriction is lifted. Your choices are still no.',

  erase: 'Erase',
  eraseText: (controller) =>
    `Then ${controller} removes what you chose, when it was, and the number of your browser. The copies here are removed too. Download them first if you want to keep them.`,
  kept: 'A checksum stays for each receipt. It cannot be read, and it cannot be linked to you. It stays so that nobody can change the receipts of others unnoticed.',
  after:
    'After that, neither you nor we can show what you chose. Your choice still holds until you change it.',
  eraseNow: 'Erase my receipts',
  eraseDone: 'Done. The receipts are erased, there and here.',
  erasePartly:
    'The receipts at the receiver are erased. One receipt is on its way there. Erase again when it has arrived.',
  failed: 'That did not work right now. Nothing has changed. Try again in a while.',

  complain: 'Complain',
  complainText: (controller) =>
    `You are welcome to ask ${controller} first. You may also complain to the authority at once. PTS sees to the rules on cookies. IMY sees to how personal data is used.`,
  damages: (controller) =>
    `If you have suffered damage, you may have a right to compensation. You claim it from ${controller}. The receipts are your evidence.`,
  copyLabel: 'Text to copy into your complaint',
  copy: 'Copy the text',
  copied: 'The text is copied.',
  complaint: ({ controller, site, receipts }) =>
    `I want to complain about how ${controller} uses cookies or my personal data on ${site}.

This has happened:


My receipts:
${receipts}

The receipts are attached as a file.`,

  about: 'Who is responsible',
  controller: (controller) => `${controller} is responsible for the receipts (controller).`,
  organisationNumber: 'Organisation number',
  address: 'Address',
  email: 'E-mail',
  purpose:
    'The receipts are kept so that we can show what you have chosen. Article 7(1) of the GDPR asks for it.',
  keptAt: (host) => `They are at ${host}.`,
  retention: (months) =>
    `A receipt is kept for ${months}\u00a0months after the month in which it arrived. Then it is removed.`,
  source: 'The data comes from your own choices on this site.',
  recipients:
    'If you say yes, these companies get data about your visit. They do not get the receipts.',
  noRecipients: 'No other companies get data.',
  country: (country) => `may transfer data to ${country}`,
} satisfies ReceiptTexts;
