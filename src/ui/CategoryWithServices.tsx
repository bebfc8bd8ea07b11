import { Component } from 'preact';
import type { CategoryId } from '../model/category.ts';
import { permitsService } from '../model/permission.ts';
import type { Service } from '../model/service.ts';
import type { DetailedContext } from './detailed-context.ts';
import { ServiceList } from './ServiceList.tsx';

interface Props {
  readonly context: DetailedContext;
  readonly id: CategoryId;
  readonly label: string;
  readonly purpose: string;
  readonly services: readonly Service[];
}

interface State {
  /** The ids of the services that are on. */
  readonly on: ReadonlySet<string>;
}

/**
 * A category whose services have switches of their own, where the site wants it. Its own switch
 * turns all of them; between yes and no it is mixed, which browsers tell screen readers by themselves.
 */
export class CategoryWithServices extends Component<Props, State> {
  override state: State = {
    on: new Set(
      this.props.services
        .filter((service) => permitsService(this.props.context.client.choice, service))
        .map(({ id }) => id),
    ),
  };
  /** As it stood when it was opened, for the notice in the receipt. */
  private readonly atFirst = this.isAll();

  private isAll(): boolean {
    return this.state.on.size === this.props.services.length;
  }

  private readonly turnAll = (yes: boolean) => {
    this.setState({ on: new Set(yes ? this.props.services.map(({ id }) => id) : []) });
  };

  private readonly turn = (id: string, yes: boolean) => {
    const on = new Set(this.state.on);
    if (yes) on.add(id);
    else on.delete(id);
    this.setState({ on });
  };

  override render() {
    const { context, id, label, purpose, services } = this.props;
    const { on } = this.state;
    const isAll = this.isAll();
    const isPartly = on.size > 0 && !isAll;
    return (
      <section>
        <h3>
          <label>
            {label}
            <input
              type="checkbox"
              name={`categories.${id}`}
              defaultChecked={this.atFirst}
              checked={isAll}
              indeterminate={isPartly}
              data-accepted={isPartly ? [...on].join(' ') : undefined}
              onChange={({ currentTarget }) => this.turnAll(currentTarget.checked)}
            />
          </label>
          {isPartly && <span>{context.t.partly}</span>}
        </h3>
        <p>{purpose}</p>
        <ServiceList context={context} of={label} services={services} on={on} onTurn={this.turn} />
      </section>
    );
  }
}
