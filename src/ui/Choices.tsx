import type { Client } from '../client.ts';
import type { Texts } from '../languages/texts.ts';
import type { CategoryId } from '../model/category.ts';
import type { Service } from '../model/service.ts';
import { categoryTexts } from './category-texts.ts';
import type { OnClick } from './EqualButtons.tsx';
import type { LayerContext } from './layer.ts';
import { MyReceipts } from './MyReceipts.tsx';
import { ServiceList } from './ServiceList.tsx';
import { serviceTexts } from './service-texts.ts';

interface Props {
  readonly context: LayerContext;
  readonly onWithdraw: OnClick;
}

/** What the visitor chooses between: unticked at first, as stored when there is a choice (LAW 25, 41). */
export function Choices({ context, onWithdraw }: Props) {
  const { client, t } = context;
  const { config, choice } = client;
  const { categories = {}, services = {} } = choice ?? {};
  const isYes = [...Object.values(categories), ...Object.values(services)].includes(true);
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
        const members = servicesOf(client, t, id);
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
                    label={t.alone(serviceTexts(service, t).name)}
                    on
                  />
                ),
            )}
            {members.length > 0 && <ServiceList services={members} t={t} />}
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

/** The services of a category; what we store ourselves is necessary, and said too (LAW 32). */
function servicesOf({ config }: Client, t: Texts, id: CategoryId): Service[] {
  const members = config.services.filter(({ category }) => category === id);
  if (id !== 'necessary') return members;
  const { name } = config.controller;
  const own: Service = {
    id: 'samtycke',
    category: id,
    name,
    provider: name,
    purpose: t.ownPurpose,
    storage: [
      { name: config.cookieName, days: config.maxAgeDays },
      { name: 'samtycke.*', kind: 'local' },
    ],
  };
  return [own, ...members];
}
