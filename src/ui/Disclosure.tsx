import { Component, type ComponentChildren } from 'preact';

interface Props {
  readonly label: string;
  /** Called when it is opened: 500 services must cost nothing before that. */
  readonly children: () => ComponentChildren;
}

/** A `<details>` whose content is built when it is opened. */
export class Disclosure extends Component<Props, { open?: boolean }> {
  override render() {
    return (
      <details onToggle={(event) => this.setState({ open: event.currentTarget.open })}>
        <summary>{this.props.label}</summary>
        {this.state.open && this.props.children()}
      </details>
    );
  }
}
