/** What a visitor writes in "Få offert", and what is wrong with it. */

export const roofs = ['Tegel eller betongpannor', 'Plåt', 'Papp', 'Annat eller vet inte'] as const;

export const offerFields = [
  'namn',
  'epost',
  'telefon',
  'adress',
  'tak',
  'forbrukning',
  'meddelande',
  'nyhetsbrev',
] as const;
export type OfferField = (typeof offerFields)[number];

export type OfferAnswers = Readonly<Partial<Record<OfferField, string>>>;
export type OfferProblems = Readonly<Partial<Record<OfferField, string>>>;

const longest = 2_000; // characters: a long letter fits, a pasted book does not

/** The answers in a posted form; what does not belong there is left out. */
export function offerAnswers(form: Readonly<Record<string, unknown>>): OfferAnswers {
  const answers: Partial<Record<OfferField, string>> = {};
  for (const field of offerFields) {
    const value = form[field];
    if (typeof value === 'string') answers[field] = value.trim().slice(0, longest);
  }
  return answers;
}

/** Names each field that must be mended, in words the visitor can act on. */
export function offerProblems(answers: OfferAnswers): OfferProblems {
  const problems: Partial<Record<OfferField, string>> = {};
  if (!answers.namn) problems.namn = 'Skriv ditt namn.';
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(answers.epost ?? '')) {
    problems.epost = 'Skriv en e-postadress, till exempel namn@exempel.se.';
  }
  if (!answers.adress) problems.adress = 'Skriv husets adress, så att vi kan titta på taket.';
  if (answers.forbrukning && !/^[\d\s]+$/.test(answers.forbrukning)) {
    problems.forbrukning = 'Skriv förbrukningen med siffror, till exempel 18 000.';
  }
  return problems;
}
