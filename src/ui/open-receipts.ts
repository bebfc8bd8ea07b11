import { SamtyckeError } from '../model/errors.ts';
import { categoryTexts } from './category-texts.ts';
import type { LayerContext } from './layer.ts';
import { serviceTexts } from './service-texts.ts';

/** Fetches "Mina kvitton" and shows it in `root`. */
export async function openReceipts(
  { client, t, load }: LayerContext,
  root: HTMLElement,
): Promise<void> {
  const { config } = client;
  try {
    const { showMyReceipts } = (await load?.('receipts')) ?? {};
    showMyReceipts?.(root, {
      client,
      t,
      categoryOf: (id) => categoryTexts(config, t, id),
      serviceOf: (id) => {
        const known = config.services.find((service) => service.id === id);
        return serviceTexts(known ?? { id, category: '' }, t);
      },
    });
  } catch (cause) {
    client.report(new SamtyckeError('ui-failed', 'The receipts did not load.', cause));
  }
}
