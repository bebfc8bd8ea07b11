/** German. */
import type { AllTexts } from './texts.ts';

export const de = {
  lang: 'de',
  categories: {
    necessary: {
      label: 'Notwendige',
      purpose: 'Die Website braucht sie, um zu funktionieren und sich Ihre Auswahl zu merken.',
    },
    preferences: { label: 'Einstellungen', purpose: 'Die Website merkt sich Ihre Vorlieben.' },
    statistics: { label: 'Statistik', purpose: 'Wir sehen, wie die Website genutzt wird.' },
    marketing: { label: 'Marketing', purpose: 'Wir passen Werbung an Sie an.' },
  },

  title: 'Dürfen wir Cookies verwenden?',
  intro: (controller) =>
    `${controller} verwendet notwendige Cookies, damit die Website funktioniert. Wenn Sie Ja sagen, verwenden wir Cookies auch für:`,
  sharing:
    'Wenn Sie zustimmen, können Daten über Ihren Besuch an andere Unternehmen weitergegeben werden.',
  withdrawal:
    'Sie können Ihre Meinung jederzeit ändern oder Ihre Einwilligung widerrufen: unter Cookie-Einstellungen unten auf der Seite.',
  policy: 'Mehr über Cookies',
  reject: 'Alle ablehnen',
  onlyNecessary: 'Nur notwendige',
  accept: 'Alle akzeptieren',
  customise: 'Anpassen',
  saved: 'Ihre Auswahl ist gespeichert.',
  changed: 'Das ist neu seit Ihrer letzten Auswahl:',
  newCategory: (label) => `Wir fragen jetzt auch nach: ${label}.`,

  settings: 'Cookie-Einstellungen',
  close: 'Schließen',
  settingsIntro: (controller) => `Hier wählen Sie, welche Cookies ${controller} verwenden darf.`,
  before:
    'Sie können Ihre Meinung jederzeit ändern. Ein Widerruf gilt ab dann. Was vorher rechtmäßig war, bleibt es.',
  alwaysOn: 'Immer an',
  partly: 'Teilweise an',
  alone: (service) => `${service} immer anzeigen`,
  save: 'Auswahl speichern',
  withdrawAll: 'Alle widerrufen',
  pts: 'Beschwerde über Cookies bei der schwedischen Aufsichtsbehörde PTS',
  imy: 'Beschwerde über die Verwendung Ihrer Daten bei der schwedischen Datenschutzbehörde IMY',
  services: (count) => `Dienste (${count})`,

  withdrawn: 'Ihre Einwilligung ist widerrufen',
  deleted: 'Das haben wir aus Ihrem Browser entfernt:',
  nothingDeleted: 'In Ihrem Browser gab es nichts zu entfernen.',
  left: 'Das kann noch da sein. Sie können es in den Einstellungen Ihres Browsers entfernen:',
  reloadNeeded:
    'Ein Dienst, den Sie abgelehnt haben, läuft noch. Er endet, wenn Sie die Seite neu laden.',
  reload: 'Seite neu laden',

  receipts: 'Meine Belege',

  embed: (provider) => `Inhalt von ${provider}`,
  embedIntro:
    'Er wird erst geladen, wenn Sie Ja sagen. Unter Cookie-Einstellungen können Sie Ihre Meinung ändern.',
  embedCategory: (label) => `Mit „Immer akzeptieren“ akzeptieren Sie alle Cookies für: ${label}.`,
  showOnce: 'Dieses Mal anzeigen',
  showAlways: 'Immer akzeptieren',
} satisfies AllTexts;
