/** German, for "My receipts". */
import type { ReceiptTexts } from './texts.ts';

export const receiptTexts = {
  intro: (controller) =>
    `Jedes Mal, wenn Sie über Cookies entscheiden, bekommen Sie einen Beleg. ${controller} bekommt den gleichen. Sie brauchen kein Konto. Der Schlüssel zu Ihren Belegen ist in Ihrem Browser.`,
  count: (receipts) =>
    receipts === 1 ? 'Sie haben einen Beleg.' : `Sie haben ${receipts} Belege.`,
  none: 'Hier gibt es keine Belege. Wer nur abgelehnt hat, bekommt von uns keine Kennung. Darum können wir Ihre Auswahl nicht finden.',
  unreachable: 'Wir erreichen den Empfänger gerade nicht. Hier sind die Kopien in Ihrem Browser.',
  why: 'Der Beleg zeigt, was Sie gewählt haben und welchen Text Sie gesehen haben. Er ist Ihr Beweis so gut wie unserer.',

  events: {
    first: 'Sie haben gewählt',
    change: 'Sie haben Ihre Meinung geändert',
    withdraw: 'Sie haben widerrufen',
    reconfirm: 'Sie haben neu gewählt',
    expire: 'Die Auswahl ist abgelaufen',
  },
  actions: {
    accept_all: 'Sie haben alle akzeptiert',
    reject_all: 'Sie haben alle abgelehnt',
    save: 'Sie haben Ihre Auswahl gespeichert',
    embed: 'Sie haben Inhalt auf der Seite angezeigt',
    api: 'Sie haben auf der Seite geantwortet',
    gpc: 'Ihr Browser hat für Sie geantwortet (GPC)',
  },
  states: { granted: 'ja', renewed: 'ja, erneut', denied: 'nein', withdrawn: 'widerrufen' },
  validUntil: 'Die Auswahl gilt bis',
  keptUntil: 'Der Beleg wird aufbewahrt bis',
  at: (controller) => `Bei ${controller}`,
  arrived: (time) => `Angekommen ${time}`,
  restrictedState: 'Eingeschränkt. Er wird aufbewahrt, aber nicht verwendet.',
  notYet: 'Noch nicht angekommen. Wir versuchen es wieder.',
  gone: 'Dort nicht mehr vorhanden',
  unseen: 'Gerade nicht zu sehen',
  differs: 'Dort gibt es einen anderen Beleg mit derselben Nummer.',
  technical: 'Technische Angaben',
  number: 'Nummer',
  hash: 'Prüfsumme',
  notice: 'Der Text, den Sie gesehen haben (Prüfsumme)',
  config: 'Die Frage, die Sie beantwortet haben (Prüfsumme)',

  check: 'Belege prüfen',
  checked: 'Prüfung',
  confirmed: (time) => `Stimmt. Der Empfänger hat ihn unterschrieben: ${time}.`,
  notConfirmed: {
    altered: 'Stimmt nicht. Das ist nicht der Beleg, den der Empfänger unterschrieben hat.',
    unknownKey: 'Stimmt nicht. Der Empfänger hat den Schlüssel der Unterschrift nicht vorgezeigt.',
    noProof: 'Noch nicht zu prüfen. Die Unterschrift des Empfängers fehlt.',
    noKeys: 'Gerade nicht zu prüfen. Wir erreichen die Schlüssel des Empfängers nicht.',
    noCrypto: 'In diesem Browser nicht zu prüfen.',
  },
  allConfirmed: 'Alle Belege stimmen.',
  someAltered: (receipts) =>
    receipts === 1 ? 'Ein Beleg stimmt nicht.' : `${receipts} Belege stimmen nicht.`,
  someUnchecked: (receipts) =>
    receipts === 1 ? 'Ein Beleg war nicht zu prüfen.' : `${receipts} Belege waren nicht zu prüfen.`,

  download: 'Herunterladen (JSON)',
  downloadPage: 'Zum Drucken herunterladen',
  fileName: 'belege',
  pageTitle: 'Auskunft: Ihre Auswahl zu Cookies',
  made: (time) => `Erstellt ${time}.`,

  withdrawn: 'Fertig. Ihre ganze Auswahl ist nein.',

  restrict: 'Einschränken',
  restrictText: (controller) =>
    `Dann bewahrt ${controller} Ihre Belege auf, verwendet sie aber nicht. Sie zählen in keiner Statistik. Sie werden auch nicht entfernt, wenn ihre Zeit um ist. Zugleich widerrufen wir Ihre Auswahl. Das gilt, bis Sie es aufheben.`,
  restrictNow: 'Meine Belege einschränken',
  restrictDone: 'Fertig. Die Belege werden nicht verwendet.',
  lift: 'Einschränkung aufheben',
  liftDone: 'Fertig. Die Einschränkung ist aufgehoben. Ihre Auswahl ist weiterhin nein.',

  erase: 'Löschen',
  eraseText: (controller) =>
    `Dann entfernt ${controller}, was Sie gewählt haben, wann das war, und die Nummer Ihres Browsers. Die Kopien hier werden auch entfernt. Laden Sie sie zuerst herunter, wenn Sie sie behalten wollen.`,
  kept: 'Für jeden Beleg bleibt eine Prüfsumme. Sie ist nicht lesbar und lässt sich Ihnen nicht zuordnen. Sie bleibt, damit niemand unbemerkt die Belege anderer ändern kann.',
  after:
    'Danach können weder Sie noch wir zeigen, was Sie gewählt haben. Ihre Auswahl gilt trotzdem, bis Sie sie ändern.',
  eraseNow: 'Meine Belege löschen',
  eraseDone: 'Fertig. Die Belege sind gelöscht, dort und hier.',
  erasePartly:
    'Die Belege beim Empfänger sind gelöscht. Ein Beleg ist unterwegs dorthin. Löschen Sie erneut, wenn er angekommen ist.',
  failed: 'Das ging gerade nicht. Nichts hat sich geändert. Versuchen Sie es gleich noch einmal.',

  complain: 'Beschweren',
  complainText: (controller) =>
    `Fragen Sie gern zuerst ${controller}. Sie dürfen sich auch gleich bei der Behörde beschweren. PTS wacht über die Regeln zu Cookies. IMY wacht darüber, wie personenbezogene Daten verwendet werden.`,
  damages: (controller) =>
    `Ist Ihnen ein Schaden entstanden, können Sie ein Recht auf Ersatz haben. Sie verlangen ihn von ${controller}. Die Belege sind Ihr Beweis.`,
  copyLabel: 'Text zum Kopieren für Ihre Beschwerde',
  copy: 'Text kopieren',
  copied: 'Der Text ist kopiert.',
  complaint: ({ controller, site, receipts }) =>
    `Ich möchte mich darüber beschweren, wie ${controller} auf ${site} Cookies oder meine personenbezogenen Daten verwendet.

Das ist geschehen:


Meine Belege:
${receipts}

Die Belege sind als Datei beigefügt.`,

  about: 'Wer verantwortlich ist',
  controller: (controller) => `${controller} ist für die Belege verantwortlich (Verantwortlicher).`,
  organisationNumber: 'Organisationsnummer',
  address: 'Anschrift',
  email: 'E-Mail',
  purpose:
    'Die Belege werden aufbewahrt, damit wir zeigen können, was Sie gewählt haben. Das verlangt Artikel 7 Absatz 1 der DSGVO.',
  keptAt: (host) => `Sie liegen auf ${host}.`,
  retention: (months) =>
    `Ein Beleg wird nach dem Monat, in dem er ankam, ${months}\u00a0Monate aufbewahrt. Dann wird er entfernt.`,
  source: 'Die Daten stammen aus Ihrer eigenen Auswahl auf dieser Website.',
  recipients:
    'Wenn Sie Ja sagen, bekommen diese Unternehmen Daten über Ihren Besuch. Die Belege bekommen sie nicht.',
  noRecipients: 'Keine anderen Unternehmen bekommen Daten.',
  country: (country) => `kann Daten übermitteln: ${country}`,
} satisfies ReceiptTexts;
