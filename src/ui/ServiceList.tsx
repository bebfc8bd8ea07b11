import { inLanguage } from '../declaration/in-language.ts';
import {
  dataInWords,
  durationInWords,
  kindInWords,
  serviceFacts,
} from '../declaration/service-facts.ts';
import type { Service } from '../model/service.ts';
import { Disclosure } from './Disclosure.tsx';
import type { DetailedContext } from './detailed-context.ts';

interface Props {
  readonly context: DetailedContext;
  /** What the category is called. */
  readonly of: string;
  readonly services: readonly Service[];
  /** The ids of those that are on; absent: they have no switches. */
  readonly on?: ReadonlySet<string>;
  readonly onTurn?: (id: string, yes: boolean) => void;
}

/** Who is behind a category and what they store (LAW 31, 32), folded up. */
export function ServiceList({ context, of, services, on, onTurn }: Props) {
  return (
    <Disclosure label={context.t.services(services.length)} of={of}>
      {() =>
        services.map((service) => (
          <OneService
            key={service.id}
            context={context}
            service={service}
            on={on?.has(service.id)}
            onTurn={onTurn}
          />
        ))
      }
    </Disclosure>
  );
}

interface OneProps {
  readonly context: DetailedContext;
  readonly service: Service;
  /** Absent: it has no switch. */
  readonly on: boolean | undefined;
  readonly onTurn: Props['onTurn'];
}

function OneService({ context, service, on, onTurn }: OneProps) {
  const { language } = context;
  const { d } = language;
  const all = context.serviceTexts(service);
  const { id, name, purpose, policyUrl, storage, stored } = all;
  return (
    <section>
      <h4>
        {on === undefined ? (
          name
        ) : (
          <label>
            {name}
            <input
              type="checkbox"
              checked={on}
              onChange={({ currentTarget }) => onTurn?.(id, currentTarget.checked)}
            />
          </label>
        )}
      </h4>
      <p>{purpose}</p>
      {serviceFacts(all, language).map(([term, text]) => (
        <p key={term}>
          <strong>{`${term}:`}</strong>
          {` ${text.replace(/\.?$/, '.')}`}
        </p>
      ))}
      {policyUrl && (
        <p>
          <a href={policyUrl}>{d.providerPolicy}</a>
        </p>
      )}
      <ul>
        {storage?.map((item) => (
          <li key={item.name}>
            <code>{item.name}</code>{' '}
            {[
              kindInWords(item, d),
              durationInWords(item, language),
              dataInWords(item.data ?? stored?.[item.name], language),
            ]
              .filter(Boolean)
              .join(', ')}
            {item.purpose && `. ${inLanguage(item.purpose, language.lang)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
