import type { SweepReport } from '../gate/sweep.ts';
import { Choices } from './Choices.tsx';
import type { DetailedContext } from './detailed-context.ts';
import { EqualButtons, type OnClick } from './EqualButtons.tsx';
import { SweepResult } from './SweepResult.tsx';

interface Props {
  readonly context: DetailedContext;
  /** Shown in place of the choices right after a withdrawal. */
  readonly report: SweepReport | undefined;
  readonly onReject: OnClick;
  readonly onAccept: OnClick;
  readonly onSave: OnClick;
  readonly onClose: OnClick;
}

/** The second layer. The boxes keep their own state: closing it forgets what was not saved (LAW 72). */
export function Settings({ context, report, onReject, onAccept, onSave, onClose }: Props) {
  const { client, t } = context;
  return (
    <>
      <div class="samtycke-top">
        <h2 id="samtycke-settings-title">{report ? t.withdrawn : t.settings}</h2>
        <button type="button" onClick={onClose}>
          {t.close}
        </button>
      </div>
      <div class="samtycke-text">
        {report ? (
          <SweepResult
            report={report}
            t={t}
            onReload={() => client.page.window.location.reload()}
          />
        ) : (
          <Choices context={context} onWithdraw={onReject} />
        )}
      </div>
      {!report && (
        <div class="samtycke-answers">
          <EqualButtons t={t} onReject={onReject} onAccept={onAccept} />
          <div class="samtycke-more">
            <button type="button" onClick={onSave}>
              {t.save}
            </button>
          </div>
        </div>
      )}
    </>
  );
}
