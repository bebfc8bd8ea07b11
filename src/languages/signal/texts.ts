/** What a visitor reads at marketing whose browser says no to it (LAW 4.3): on the banner and in the settings. */

import type { Language } from '../language-for.ts';

/** By language: the name of the answer to everything, and of the settings, go in. */
export const signalNotes: Readonly<Record<Language, (accept: string, settings: string) => string>> =
  {
    sv: (accept, settings) =>
      `Din webbläsare säger nej till det. Därför är det av, även om du väljer ”${accept}”. Du kan slå på det under ${settings}.`,
    en: (accept, settings) =>
      `Your browser says no to this. It stays off, even if you choose “${accept}”. You can turn it on under ${settings}.`,
    fi: (accept, settings) =>
      `Selaimesi kieltäytyy tästä. Se pysyy poissa päältä, vaikka valitset ”${accept}”. Voit ottaa sen käyttöön kohdassa ${settings}.`,
    nb: (accept, settings) =>
      `Nettleseren din sier nei til dette. Det er av, også om du velger «${accept}». Du kan slå det på under ${settings}.`,
    da: (accept, settings) =>
      `Din browser siger nej til det. Det er slået fra, også hvis du vælger »${accept}«. Du kan slå det til under ${settings}.`,
    de: (accept, settings) =>
      `Ihr Browser lehnt das ab. Es bleibt aus, auch wenn Sie „${accept}“ wählen. Unter ${settings} können Sie es einschalten.`,
  };
