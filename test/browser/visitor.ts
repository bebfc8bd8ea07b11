/** A visitor's ways to choose: finds everything by role and name, as a visitor does. */
import { expect, type Page } from 'playwright/test';

/** The names that the visitor reads on the controls. */
const names = {
  accept: /^(Godkänn alla|Accept all)$/,
  reject: /^(Neka alla|Reject all)$/,
  settings: /^(Anpassa|Customise)$/,
  save: /^(Spara mina val|Save my choices)$/,
  close: /^(Stäng|Close)$/,
  withdraw: /^(Återkalla alla|Withdraw all)$/,
};

const categoryNames: Readonly<Record<string, RegExp>> = {
  preferences: /^(Inställningar|Preferences)/,
  statistics: /^(Statistik|Statistics)/,
  marketing: /^(Marknadsföring|Marketing)/,
};

export function createVisitor(page: Page) {
  const visitor = {
    /** The banner, found as a screen reader lists it. */
    banner: page.getByRole('region', { name: /kakor|cookies|samtycke|consent/i }),
    settings: page.getByRole('dialog'),

    async accept(): Promise<void> {
      await page.getByRole('button', { name: names.accept }).click();
    },

    async reject(): Promise<void> {
      await page.getByRole('button', { name: names.reject }).click();
    },

    /** From the banner; once there is a choice, from a control that every page has. */
    async openSettings(): Promise<void> {
      // Asked for, not awaited: a page may have a control of its own before the banner is there.
      const hasChosen = await page.evaluate(
        () => !!(window as { samtycke?: { choice?: unknown } }).samtycke?.choice,
      );
      const inBanner = page.getByRole('button', { name: names.settings });
      const reopen = page
        .locator('#samtycke-reopen, [data-samtycke="settings"], a[href$="#kakinstallningar"]')
        .filter({ visible: true });
      await (hasChosen ? reopen.first() : inBanner).click();
      await expect(visitor.settings).toBeVisible();
    },

    /** Opens the settings if need be, sets the categories named and saves. */
    async save(categories: Readonly<Record<string, boolean>>): Promise<void> {
      const save = visitor.settings.getByRole('button', { name: names.save });
      // After a withdrawal the settings stay open and tell what was deleted, without the choices.
      if ((await visitor.settings.isVisible()) && !(await save.isVisible())) {
        await visitor.settings.getByRole('button', { name: names.close }).click();
      }
      if (!(await save.isVisible())) await visitor.openSettings();
      for (const [category, wanted] of Object.entries(categories)) {
        const name = categoryNames[category] ?? category;
        await visitor.settings.getByRole('checkbox', { name }).first().setChecked(wanted);
      }
      await save.click();
    },

    /** Takes every yes back, in the settings. */
    async withdraw(): Promise<void> {
      await visitor.openSettings();
      await visitor.settings.getByRole('button', { name: names.withdraw }).click();
    },
  };
  return visitor;
}
