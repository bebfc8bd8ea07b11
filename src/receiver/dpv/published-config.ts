/** What a consent record takes from a published configuration. Anything of another shape counts as not published. */
import { z } from 'zod';

const text = z.string().regex(/\S/);
const country = z.string().regex(/^[A-Z]{2}$/);
/** One text, or one for each language. */
const wordsSchema = z.union([text, z.record(z.string(), text)]);

const service = z.looseObject({
  id: text,
  category: text,
  name: text.optional(),
  provider: text.optional(),
  country: country.optional(),
  policyUrl: text.optional(),
  purpose: wordsSchema.optional(),
  storage: z
    .array(
      z.looseObject({
        name: text,
        purpose: wordsSchema.optional(),
        days: z.int().min(0).optional(),
      }),
    )
    .optional(),
});

const schema = z.looseObject({
  controller: z.looseObject({
    name: text,
    organisationNumber: text.optional(),
    address: text.optional(),
    email: text.optional(),
  }),
  policyUrl: text,
  services: z.array(service),
  ownCategories: z.array(z.looseObject({ id: text, label: wordsSchema, purpose: wordsSchema })),
});

/** A configuration as the browser completes it, as far as records need it. */
export type PublishedConfig = z.infer<typeof schema>;
/** One service of it. */
export type PublishedService = z.infer<typeof service>;

/** The configuration in a published text; `undefined` for none, or what is not one. */
export function publishedConfigIn(body: string | undefined): PublishedConfig | undefined {
  return body === undefined ? undefined : schema.safeParse(JSON.parse(body)).data;
}

/** Words in the language that the visitor saw, or else the first that there are. */
export function wordsIn(words: z.infer<typeof wordsSchema>, lang: string): string {
  return typeof words === 'string' ? words : (words[lang] ?? Object.values(words)[0] ?? '');
}
