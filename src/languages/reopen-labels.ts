import type { Config } from '../model/config.ts';

/**
 * The languages there are, by their code: what the control is called that opens the settings.
 * Apart from the other texts: the head script shows it on every page. Swedish first: what is
 * shown where nothing else fits.
 */
export const reopenLabels = {
  sv: 'Kakinställningar',
  en: 'Cookie settings',
  fi: 'Evästeasetukset',
  nb: 'Cookieinnstillinger',
  da: 'Cookieindstillinger',
  de: 'Cookie-Einstellungen',
} as const;

/** What the control is called here: by the site, else by us. */
export function reopenLabelFor({ ui }: Config, language: keyof typeof reopenLabels): string {
  return (ui?.texts?.[language]?.settings as string | undefined) ?? reopenLabels[language];
}
