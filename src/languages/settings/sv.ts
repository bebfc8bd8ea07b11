/** Swedish: settings, stand-ins and what follows a withdrawal. */
import { reopenLabels } from '../reopen-labels.ts';
import type { SettingsTexts } from '../texts.ts';

export const settingsSv = {
  settings: reopenLabels.sv,
  close: 'Stäng',
  settingsIntro: (controller) => `Här väljer du vilka kakor ${controller} får använda.`,
  before:
    'Du kan ändra dig när du vill. Återkallar du ditt samtycke gäller det framåt. Det påverkar inte det som var lagligt innan dess.',
  alwaysOn: 'Alltid på',
  partly: 'Delvis på',
  alone: (service) => `Visa alltid ${service}`,
  save: 'Spara mina val',
  withdrawAll: 'Återkalla alla',
  pts: 'Klaga på kakor hos Post- och telestyrelsen (PTS)',
  imy: 'Klaga på hur dina personuppgifter används hos Integritetsskyddsmyndigheten (IMY)',
  services: (count) => `Tjänster (${count})`,

  withdrawn: 'Ditt samtycke är återkallat',
  deleted: 'Det här har vi tagit bort ur din webbläsare:',
  nothingDeleted: 'Det fanns inget att ta bort ur din webbläsare.',
  left: 'Det här kan finnas kvar. Du kan ta bort det i webbläsarens inställningar:',
  reloadNeeded:
    'En tjänst som du har sagt nej till körs fortfarande. Den stoppas när du laddar om sidan.',
  reload: 'Ladda om sidan',

  receipts: 'Mina kvitton',

  embed: (provider) => `Innehåll från ${provider}`,
  embedIntro: `Det hämtas först när du säger ja. Du kan ändra dig under ${reopenLabels.sv}.`,
  embedCategory: (label) =>
    `Väljer du ”Godkänn alltid” godkänner du alla kakor för ${label.toLowerCase()}.`,
  showOnce: 'Visa den här gången',
  showAlways: 'Godkänn alltid',
} satisfies SettingsTexts;
