/** Deletes the databases of withdrawn services. Apart from the sweep, since it takes its time and few declare any. */
import { namePattern, type Service } from '../model/service.ts';
import type { Page } from '../page/page.ts';
import type { SweepReport, SweptItem } from './sweep.ts';

/** `report` with what became of each database that `services` declare. */
export async function sweepDatabases(
  { window: { indexedDB } }: Page,
  services: readonly Service[],
  report: SweepReport,
): Promise<SweepReport> {
  const deleted: SweptItem[] = [...report.deleted];
  const left: SweptItem[] = [...report.left];
  for (const { name = '' } of await indexedDB.databases()) {
    const service = services.find(({ storage = [] }) =>
      storage.some((item) => item.kind === 'indexedDB' && namePattern(item.name)(name)),
    );
    if (!service) continue;
    ((await isDeleted(indexedDB, name)) ? deleted : left).push({
      name,
      kind: 'indexedDB',
      service: service.id,
    });
  }
  return { ...report, deleted, left };
}

/** False while a script of the page has it open: then the browser deletes it when the page is left. */
function isDeleted(databases: IDBFactory, name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = databases.deleteDatabase(name);
    request.onsuccess = () => resolve(true);
    request.onblocked = request.onerror = () => resolve(false);
  });
}
