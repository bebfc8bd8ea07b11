/**
 * The declaration of cookies and other storage, for the page of a site that is
 * about them (LAW 24, 31, 32): the same words as in the settings. Made of
 * elements in the browser, of text where there is none.
 */
import type { AllTexts, CategoryTexts } from '../languages/texts.ts';
import type { CategoryId } from '../model/category.ts';
import type { Config } from '../model/config.ts';
import type { Service, StoredItem } from '../model/service.ts';
import {
  contentInWords,
  durationInWords,
  type FactLanguage,
  kindInWords,
  serviceFacts,
} from './service-facts.ts';
import type { ServiceTexts } from './service-texts.ts';

/** Makes an element of a name, with attributes and children. */
export type MakeElement<Node> = (
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
) => Node;

/** What is declared, in the visitor's language. */
export interface Declaration extends FactLanguage {
  readonly config: Config;
  readonly t: AllTexts;
  categoryOf(id: CategoryId): CategoryTexts;
  servicesOf(id: CategoryId): readonly Service[];
  textsOf(service: Service): ServiceTexts;
}

/** The level of the categories' headings, unless the page says another: below the page's own `h1`. */
export const defaultLevel = 2;

/** The parts of the declaration in order. `level` is that of the first headings, 2 to 5. */
export function declarationView<Node>(
  make: MakeElement<Node>,
  declaration: Declaration,
  level: number,
): readonly Node[] {
  const { config, d, categoryOf, servicesOf } = declaration;
  const categories = ['necessary', ...config.optional];
  return [
    make('p', {}, `${d.declaration(config.controller.name)} ${d.version(config.policyVersion)}`),
    ...categories.map((id) => {
      const { label, purpose } = categoryOf(id);
      const services = servicesOf(id);
      return make(
        'section',
        {},
        make(`h${level}`, {}, label),
        make('p', {}, purpose),
        ...services.flatMap((service) => serviceParts(make, declaration, service, level + 1)),
      );
    }),
  ];
}

function serviceParts<Node>(
  make: MakeElement<Node>,
  declaration: Declaration,
  service: Service,
  level: number,
): readonly Node[] {
  const { d } = declaration;
  const all = declaration.textsOf(service);
  const { name, purpose, policyUrl, storage = [] } = all;
  return [
    make(`h${level}`, {}, name),
    ...(purpose ? [make('p', {}, purpose)] : []),
    make(
      'dl',
      {},
      ...serviceFacts(all, declaration).map(([term, text]) =>
        make('div', {}, make('dt', {}, term), make('dd', {}, text)),
      ),
    ),
    ...(policyUrl ? [make('p', {}, make('a', { href: policyUrl }, d.providerPolicy))] : []),
    storage.length > 0 ? storageTable(make, declaration, all) : make('p', {}, d.nothingStored),
  ];
}

/** With roles, since on a narrow screen the rows are drawn as cards and would lose theirs. */
function storageTable<Node>(
  make: MakeElement<Node>,
  declaration: Declaration,
  { name, storage = [], stored }: ServiceTexts,
): Node {
  const { d } = declaration;
  const columns = [d.stored, d.kind, d.data, d.duration];
  const cells = (item: StoredItem) => [
    kindInWords(item, d),
    contentInWords(item, stored, declaration) || '–',
    durationInWords(item, declaration),
  ];
  return make(
    'table',
    { role: 'table', 'aria-label': name },
    make(
      'thead',
      { role: 'rowgroup' },
      make(
        'tr',
        { role: 'row' },
        ...columns.map((text) => make('th', { role: 'columnheader', scope: 'col' }, text)),
      ),
    ),
    make(
      'tbody',
      { role: 'rowgroup' },
      ...storage.map((item) =>
        make(
          'tr',
          { role: 'row' },
          make('th', { role: 'rowheader', scope: 'row' }, make('code', {}, item.name)),
          ...cells(item).map((text, place) =>
            make('td', { role: 'cell', 'data-label': columns[place + 1] as string }, text),
          ),
        ),
      ),
    ),
  );
}
