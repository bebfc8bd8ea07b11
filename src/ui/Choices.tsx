import { categoryTexts } from '../declaration/category-texts.ts';
import { servicesOf } from '../declaration/services-of.ts';
import { hasServiceChoice } from '../model/service-choice.ts';
import { CategoryWithServices } from './CategoryWithServices.tsx';
import type { DetailedContext } from './detailed-context.ts';
import type { OnClick } from './EqualButtons.tsx';
import { MyReceipts } from './MyReceipts.tsx';
import { ServiceList } from './ServiceList.tsx';

interface Props {
  readonly context: DetailedContext;
  readonly onWithdraw: OnClick;
}

/** What the visitor chooses between: unticked at first, as stored when there is a choice (LAW 25, 41). */
export function Choices({ context, onWithdraw }: Props) {
  const { client, t, language, serviceTexts } = context;
  const { config, choice } = client;
  const { categories = {}, services = {} } = choice ?? {};
  const isYes = [...Object.values(categories), ...Object.values(services)].includes(true);
  const byService = hasServiceChoice(config);
  return (
    <>
      <p>
        {t.settingsIntro(config.controller.name)} {t.before}
      </p>
      {isYes && (
        <button type="button" onClick={onWithdraw}>
          {t.withdrawAll}
        </button>
      )}
      {['necessary', ...config.optional].map((id) => {
        const { label, purpose } = categoryTexts(config, t, id);
        const members = servicesOf(config, language.d, id);
        if (byService && id !== 'necessary' && members.length > 0) {
          return (
            <CategoryWithServices
              key={id}
              context={context}
              id={id}
              label={label}
              purpose={purpose}
              services={members}
            />
          );
        }
        return (
          <section key={id}>
            <h3>
              {id === 'necessary' ? (
                <>
                  {label} <span>{t.alwaysOn}</span>
                </>
              ) : (
                <Switch of="categories" id={id} label={label} on={categories[id]} />
              )}
            </h3>
            <p>{purpose}</p>
            {members.map(
              (service) =>
                services[service.id] &&
                !categories[id] && (
                  <Switch
                    key={service.id}
                    of="services"
                    id={service.id}
                    label={t.alone(serviceTexts(service).name)}
                    on
                  />
                ),
            )}
            {members.length > 0 && <ServiceList context={context} of={label} services={members} />}
          </section>
        );
      })}
      <MyReceipts context={context} />
      <p>
        <a href={config.policyUrl}>{t.policy}</a>
      </p>
      <p>
        {/* PTS supervises LEK 9 kap. 28 §, IMY the GDPR: two laws, two addresses (LAW 36). */}
        <a href="https://pts.se/internet-och-telefoni/kakor-cookies">{t.pts}</a>
      </p>
      <p>
        <a href="https://www.imy.se/privatperson/utfora-arenden/lamna-ett-klagomal/">{t.imy}</a>
      </p>
    </>
  );
}

interface SwitchProps {
  readonly of: 'categories' | 'services';
  readonly id: string;
  readonly label: string;
  readonly on: boolean | undefined;
}

/** `name` says which part of the answer it is: see `answerIn`. Boxes of one name would be one question. */
function Switch({ of, id, label, on = false }: SwitchProps) {
  return (
    <label>
      {label}
      <input type="checkbox" name={`${of}.${id}`} defaultChecked={on} />
    </label>
  );
}
