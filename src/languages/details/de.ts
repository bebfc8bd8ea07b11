/** German: what services store, and who gets it. */
import type { DetailTexts } from './texts.ts';

export const details = {
  provider: 'Anbieter',
  roles: {
    processor: 'Auftragsverarbeiter',
    controller: 'eigener Verantwortlicher',
    joint: 'gemeinsam mit uns verantwortlich',
  },
  recipients: {
    processor: 'Auftragsverarbeiter',
    controller: 'Eigene Verantwortliche',
    joint: 'Gemeinsam mit uns Verantwortliche',
  },
  country: 'Land',
  transferred: 'Übermittlung',
  transfer: (country) => `Daten können übermittelt werden: ${country}.`,
  grounds: {
    adequacy: 'Die EU hat entschieden, dass der Schutz dort genügt.',
    dpf: 'Das Unternehmen hat Schutz nach Regeln der EU und der USA zugesagt (Data Privacy Framework).',
    scc: 'Das Unternehmen hat Schutz in einem Vertrag der EU zugesagt (Standardvertragsklauseln).',
    bcr: 'Das Unternehmen hat eigene Regeln, die eine Behörde in der EU genehmigt hat.',
    consent: 'Nur wenn Sie Ja sagen. Der Schutz kann dort schwächer sein.',
  },
  data: 'Daten',
  dataKinds: {
    browser: 'eine zufällige Nummer für Ihren Browser',
    visit: 'eine zufällige Nummer für den Besuch',
    ad: 'auf welche Werbung Sie geklickt haben',
    source: 'woher Sie gekommen sind',
    pages: 'welche Seiten Sie besuchen',
    actions: 'Klicks, Scrollen und Mausbewegungen',
    device: 'Ihr Browser und Bildschirm',
    ip: 'Ihre IP-Adresse',
    films: 'welche Videos Sie sehen',
    places: 'welche Orte Sie ansehen',
    settings: 'Ihre Einstellungen',
    choices: 'Ihre Auswahl und Ihre Belege',
    technical: 'technische Daten',
  },
  reason: 'Warum notwendig',
  providerPolicy: 'Datenschutzerklärung des Anbieters',

  ownPurpose: 'Merkt sich Ihre Auswahl und Ihre Belege.',
  ownReason:
    'Ohne dies fragen wir Sie auf jeder Seite neu. Wir speichern es erst, wenn Sie gewählt haben.',

  stored: 'Name',
  kind: 'Art',
  duration: 'Dauer',
  kinds: {
    cookie: 'Cookie',
    local: 'lokaler Speicher',
    session: 'Sitzungsspeicher',
    indexedDB: 'Datenbank',
  },
  thirdParty: 'von einer anderen Website',
  years: (count) => (count === '1' ? '1\u00a0Jahr' : `${count}\u00a0Jahre`),
  days: (count) => (count === '1' ? '1\u00a0Tag' : `${count}\u00a0Tage`),
  untilClosed: 'bis Sie den Browser schließen',
  untilRemoved: 'bis Sie es entfernen',
  nothingStored: 'Speichert nichts in Ihrem Browser.',

  declaration: (controller) =>
    `Hier steht, welche Cookies und welchen anderen Speicher ${controller} verwendet, wofür und wer Daten bekommt.`,
  version: (version) => `Version ${version}.`,
  purposes: {
    clarity: 'Zeigt, wie Sie sich auf den Seiten bewegen: Klicks, Scrollen und Mausbewegungen.',
    'google-analytics': 'Zählt Besuche und zeigt, wie die Website genutzt wird.',
    'google-maps': 'Zeigt eine Karte auf der Seite. Google sieht dann Ihre IP-Adresse.',
    matomo: 'Zählt Besuche und zeigt, wie die Website genutzt wird.',
    'meta-pixel':
      'Misst, welche Werbung zu Besuchen führt, und zeigt Werbung auf Facebook und Instagram.',
    posthog: 'Zählt Besuche und zeigt, wie die Website genutzt wird.',
    vimeo: 'Zeigt Videos auf der Seite. Vimeo sieht dann, welches Video Sie sehen.',
    youtube: 'Zeigt Videos auf der Seite. YouTube sieht dann, welches Video Sie sehen.',
  },
} satisfies DetailTexts;
