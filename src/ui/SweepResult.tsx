import type { SweepReport, SweptItem } from '../gate/sweep.ts';
import type { SettingsTexts } from '../languages/texts.ts';

interface Props {
  readonly report: SweepReport;
  readonly t: SettingsTexts;
  readonly onReload: () => void;
}

/** What a withdrawal has deleted, what may be left, and what still runs (LAW 42, 43). */
export function SweepResult({ report, t, onReload }: Props) {
  const left = [...report.left, ...report.beyondReach];
  return (
    <>
      {report.deleted.length > 0 && <p>{t.deleted}</p>}
      {report.deleted.length + left.length === 0 && <p>{t.nothingDeleted}</p>}
      <Items items={report.deleted} />
      {left.length > 0 && <p>{t.left}</p>}
      <Items items={left} />
      {report.reloadNeeded && (
        <>
          <p>{t.reloadNeeded}</p>
          <button type="button" onClick={onReload}>
            {t.reload}
          </button>
        </>
      )}
    </>
  );
}

function Items({ items }: { items: readonly SweptItem[] }) {
  // The same name can be met in several places: one line is enough for a reader.
  const names = [...new Set(items.map(({ name }) => name))];
  return names.length > 0 ? (
    <ul>
      {names.map((name) => (
        <li key={name}>
          <code>{name}</code>
        </li>
      ))}
    </ul>
  ) : null;
}
