/** Everything that can be stored in a visitor's browser on this site: the rows of the page about kakor. */

export interface StoredRow {
  /** The name, with `*` for any run of characters. */
  readonly name: string;
  readonly kind: 'kaka' | 'lokal lagring' | 'sessionslagring';
  readonly provider: string;
  readonly purpose: string;
  readonly duration: string;
  /** How long a cookie may live, in days; absent for other storage and for session cookies. */
  readonly days?: number;
  /** True when another company's host holds it: this site can neither read nor delete it. */
  readonly elsewhere?: true;
}

export interface StoredGroup {
  readonly category: 'necessary' | 'preferences' | 'statistics' | 'marketing';
  readonly name: string;
  readonly about: string;
  readonly rows: readonly StoredRow[];
}

const until = 'Tills du tar bort den';
const session = 'Tills du stänger fliken';

export const storedGroups: readonly StoredGroup[] = [
  {
    category: 'necessary',
    name: 'Nödvändiga',
    about:
      'De här behövs för att minnas ditt val och kunna visa det. De kräver inget samtycke, men inget sparas innan du har valt.',
    rows: [
      {
        name: 'samtycke',
        kind: 'kaka',
        provider: 'Solexempel AB',
        purpose: 'Minns vad du har sagt ja och nej till.',
        duration: '6 månader (182 dagar) från ditt val',
        days: 182,
      },
      {
        name: 'samtycke.outbox.*',
        kind: 'lokal lagring',
        provider: 'Solexempel AB',
        purpose: 'Kvittot på ditt val, tills vår mottagare har bekräftat att det kommit fram.',
        duration: 'Oftast någon sekund',
      },
      {
        name: 'samtycke.retry',
        kind: 'lokal lagring',
        provider: 'Solexempel AB',
        purpose: 'När vi försöker skicka kvittot igen, om mottagaren inte svarar.',
        duration: 'Tills kvittot har kommit fram',
      },
      {
        name: 'samtycke.broken',
        kind: 'lokal lagring',
        provider: 'Solexempel AB',
        purpose: 'Ett kvitto som har skadats i webbläsaren, sparat så att felet går att hitta.',
        duration: until,
      },
      {
        name: 'samtycke.sweep',
        kind: 'lokal lagring',
        provider: 'Solexempel AB',
        purpose:
          'Påminner oss om att städa en gång till på nästa sida, när du har återkallat ett samtycke.',
        duration: 'Till nästa sida du öppnar',
      },
      {
        name: 'samtycke.secret',
        kind: 'lokal lagring',
        provider: 'Solexempel AB',
        purpose: 'Nyckeln till dina kvitton. Sparas bara om du har sagt ja till något.',
        duration: until,
      },
      {
        name: 'samtycke.receipts',
        kind: 'lokal lagring',
        provider: 'Solexempel AB',
        purpose: 'Dina egna kopior av kvittona.',
        duration: until,
      },
      {
        name: 'samtycke.proof.*',
        kind: 'lokal lagring',
        provider: 'Solexempel AB',
        purpose: 'Beviset för att vi har tagit emot ett kvitto. Ett för varje kopia.',
        duration: until,
      },
    ],
  },
  {
    category: 'preferences',
    name: 'Inställningar',
    about:
      'Kartan på sidan Inspiration. Den sparar inget i din webbläsare, men Solkarta AB ser att du besöker sidan.',
    rows: [],
  },
  {
    category: 'statistics',
    name: 'Statistik',
    about: 'Vi räknar besök och ser hur sidorna används, så att vi kan göra dem bättre.',
    rows: [
      {
        name: 'ph_phc_solexempel_posthog',
        kind: 'kaka',
        provider: 'PostHog, Inc.',
        purpose: 'Känner igen din webbläsare mellan besöken.',
        duration: '1 år (365 dagar)',
        days: 365,
      },
      {
        name: 'ph_phc_solexempel_posthog',
        kind: 'lokal lagring',
        provider: 'PostHog, Inc.',
        purpose: 'Samma uppgift som kakan, och vilka egenskaper besöket har.',
        duration: until,
      },
      {
        name: 'ph_phc_solexempel_posthog',
        kind: 'sessionslagring',
        provider: 'PostHog, Inc.',
        purpose: 'Uppgifter om det pågående besöket.',
        duration: session,
      },
      {
        name: 'ph_phc_solexempel_session_registered_properties',
        kind: 'sessionslagring',
        provider: 'PostHog, Inc.',
        purpose: 'Egenskaper som gäller det pågående besöket.',
        duration: session,
      },
      {
        name: 'ph_phc_solexempel_window_id',
        kind: 'sessionslagring',
        provider: 'PostHog, Inc.',
        purpose: 'Skiljer dina flikar åt.',
        duration: session,
      },
      {
        name: 'ph_phc_solexempel_primary_window_exists',
        kind: 'sessionslagring',
        provider: 'PostHog, Inc.',
        purpose: 'Märker om en flik har öppnats från en annan.',
        duration: session,
      },
      {
        name: '_clck',
        kind: 'kaka',
        provider: 'Microsoft Ireland Operations Limited (Clarity)',
        purpose: 'Känner igen din webbläsare mellan besöken.',
        duration: '1 år (365 dagar)',
        days: 365,
      },
      {
        name: '_clsk',
        kind: 'kaka',
        provider: 'Microsoft Ireland Operations Limited (Clarity)',
        purpose: 'Binder ihop sidvisningarna i ett besök.',
        duration: '1 dag',
        days: 1,
      },
      {
        name: '_cltk',
        kind: 'sessionslagring',
        provider: 'Microsoft Ireland Operations Limited (Clarity)',
        purpose: 'Skiljer dina flikar åt.',
        duration: session,
      },
    ],
  },
  {
    category: 'marketing',
    name: 'Marknadsföring',
    about: 'Vi mäter våra annonser, och filmerna på sidan Inspiration visas.',
    rows: [
      {
        name: '_solannons',
        kind: 'kaka',
        provider: 'Solannons AB',
        purpose: 'Mäter vilka annonser som leder hit.',
        duration: '90 dagar',
        days: 90,
      },
      {
        name: 'solfilm_tittare',
        kind: 'kaka',
        provider: 'Solfilm AB (tredjepartskaka)',
        purpose: 'Minns vilka filmer du har sett.',
        duration: '30 dagar',
        days: 30,
        elsewhere: true,
      },
    ],
  },
];
