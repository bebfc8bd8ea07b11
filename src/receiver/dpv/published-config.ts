/** What a consent record takes from a published configuration. Anything of another shape counts as not published. */
import { z } from 'zod';

const text = z.string().regex(/\S/);
const country = z.string().regex(/^[A-Z]{2}$/);

const service = z.looseObject({
  id: text,
  category: text,
  name: text.optional(),
  provider: text.optional(),
  country: country.optional(),
  policyUrl: text.optional(),
  purpose: z.union([text, z.record(z.string(), text)]).optional(),
  storage: z
    .array(z.looseObject({ name: text, purpose: text.optional(), days: z.int().min(0).optional() }))
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
  ownCategories: z.array(z.looseObject({ id: text, label: text, purpose: text })),
});

/** A configuration as the browser completes it, as far as records need it. */
export type PublishedConfig = z.infer<typeof schema>;
/** One service of it. */
export type PublishedService = z.infer<typeof service>;

/** The configuration in a published text; `undefined` for none, or what is not one. */
export function publishedConfigIn(body: string | undefined): PublishedConfig | undefined {
  return body === undefined ? undefined : schema.safeParse(JSON.parse(body)).data;
}
