import type { Texts } from '../languages/texts.ts';
import type { Service, StoredItem } from '../model/service.ts';
import { Disclosure } from './Disclosure.tsx';
import { serviceTexts } from './service-texts.ts';

const daysOfYear = 365;

/** How long an item is kept, in words: "2 år", "182 dagar". */
function duration({ days }: StoredItem, t: Texts): string {
  if (days === undefined) return t.untilRemoved;
  if (!days) return t.untilClosed;
  const years = days / daysOfYear;
  // The language's own separators: 1 000, with a space that does not break (LAW 67).
  return years % 1 ? t.days(days.toLocaleString(t.lang)) : t.years(years.toLocaleString(t.lang));
}

/** Who is behind a category and what they store (LAW 31, 32), folded up. */
export function ServiceList({ services, t }: { services: readonly Service[]; t: Texts }) {
  return (
    <Disclosure label={t.services(services.length)}>
      {() => services.map((service) => <OneService key={service.id} service={service} t={t} />)}
    </Disclosure>
  );
}

function OneService({ service, t }: { service: Service; t: Texts }) {
  const { name, purpose, provider, country, policyUrl, storage } = serviceTexts(service, t);
  const countries = new Intl.DisplayNames(t.lang, { type: 'region' });
  return (
    <section>
      <h4>{name}</h4>
      <p>{purpose}</p>
      <p>
        {provider && `${t.provider}: ${provider}. `}
        {country && country !== 'SE' && `${t.transfer(countries.of(country) as string)} `}
        {policyUrl && <a href={policyUrl}>{t.providerPolicy}</a>}
      </p>
      <ul>
        {storage?.map((item) => {
          const facts = [t.kinds[item.kind ?? 'cookie'], duration(item, t)];
          if (item.thirdParty) facts.splice(1, 0, t.thirdParty);
          return (
            <li key={item.name}>
              <code>{item.name}</code> {facts.join(', ')}
              {item.purpose && `. ${item.purpose}`}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
