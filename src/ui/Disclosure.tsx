import { Component, type ComponentChildren } from 'preact';

interface Props {
  readonly label: string;
  /** What it is about, for who hears the label out of its place: there are several of one. */
  readonly of?: string;
  /** Called when it is opened: 500 services must cost nothing before that. */
  readonly children: () => ComponentChildren;
}

/** A `<details>` whose content is built when it is opened. */
export class Disclosure extends Component<Props, { open?: boolean }> {
  override render() {
    const { label, of, children } = this.props;
    return (
      <details onToggle={(event) => this.setState({ open: event.currentTarget.open })}>
        <summary aria-label={of && `${label}, ${of}`}>{label}</summary>
        {this.state.open && children()}
      </details>
    );
  }
}
