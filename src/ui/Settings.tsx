import type { Client } from '../client.ts';
import type { SweepReport } from '../gate/sweep.ts';
import type { Texts } from '../languages/texts.ts';
import { Choices } from './Choices.tsx';
import { EqualButtons, type OnClick } from './EqualButtons.tsx';
import { SweepResult } from './SweepResult.tsx';

interface Props {
  readonly client: Client;
  readonly t: Texts;
  /** Shown in place of the choices right after a withdrawal. */
  readonly report: SweepReport | undefined;
  readonly onReject: OnClick;
  readonly onAccept: OnClick;
  readonly onSave: OnClick;
  readonly onClose: OnClick;
}

/** The second layer. The boxes keep their own state: closing it forgets what was not saved (LAW 72). */
export function Settings({ client, t, report, onReject, onAccept, onSave, onClose }: Props) {
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
          <Choices client={client} t={t} onWithdraw={onReject} />
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
