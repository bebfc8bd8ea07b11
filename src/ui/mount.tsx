/** The UI module's one export: puts banner, settings and stand-ins on the page for a client. */
import type { Client } from '../client.ts';

export interface Ui {
  /** Shows the banner unless it is shown. Never moves focus. */
  openBanner(): void;
  /** Opens the settings as a modal dialog; focus returns to `opener` on close. */
  openSettings(opener?: HTMLElement): void;
}

/** Mounts the UI for `client`; resolves when it can be opened (the language is there, `<body>` exists). */
export declare function mount(client: Client): Promise<Ui>;
