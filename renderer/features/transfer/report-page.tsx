// What became of an import: under way, stopped or done, row by row, for as long as one keeps it.
import { ArrowLeft, FileDown, Trash2 } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRun, ImportUid, RowOutcome } from '#contract/types/import.ts';
import { useClient, useLink } from '../../lib/client.ts';
import { exactTime } from '../../lib/format.ts';
import { saveText } from '../../lib/save-text.ts';
import type { TellTargets } from '../../lib/selection.ts';
import { toastError } from '../../lib/toasts.ts';
import { IconButton } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { WidePage } from '../../ui/wide-page.tsx';
import { OutcomeFilter } from './outcome-filter.tsx';
import { ReportRows } from './report-rows.tsx';
import { RunState } from './run-state.tsx';
import { useImport } from './use-imports.ts';

interface ReportPageProps {
  readonly uid: ImportUid;
  /** The button that calls the sidebar, where that does not stand beside the page. */
  readonly menu: ReactNode;
  /** To what was imported before. */
  readonly onBack: () => void;
  /** No article stands in a row of this page. */
  readonly onTargets: TellTargets;
}

export function ReportPage({ uid, menu, onBack, onTargets }: ReportPageProps) {
  const { t } = useTranslation();
  const { data: run, error, refetch } = useImport(uid);
  const [outcome, setOutcome] = useState<RowOutcome | null>(null);
  useEffect(() => onTargets(null, null), [onTargets]);
  return (
    <WidePage
      menu={menu}
      before={<IconButton icon={ArrowLeft} label={t('transfer.back')} onPress={onBack} />}
      title={run?.name ?? ''}
      count={run && `${t(`transfer.formats.${run.format}`)} · ${exactTime(run.startedAt)}`}
      tools={run && <Tools run={run} onGone={onBack} />}
      controls={
        run && (
          <>
            <RunState run={run} />
            <OutcomeFilter counts={run.counts} outcome={outcome} onOutcome={setOutcome} />
          </>
        )
      }
    >
      {error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : (
        run && <ReportRows key={outcome} run={run} outcome={outcome} />
      )}
    </WidePage>
  );
}

function Tools({ run, onGone }: { readonly run: ImportRun; readonly onGone: () => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const link = useLink();
  const { uid, name, state } = run;
  const save = async () => {
    const { csv } = await client['imports.report']({ uid });
    await saveText(link, { name: t('transfer.reportName', { name }), ending: 'csv', text: csv });
  };
  const forget = async () => {
    await client['imports.forget']({ uid });
    onGone();
  };
  return (
    <>
      <IconButton
        icon={FileDown}
        label={t('transfer.saveReport')}
        onPress={() => void save().catch(toastError)}
      />
      {state !== 'running' && (
        <IconButton
          icon={Trash2}
          label={t('transfer.forget')}
          onPress={() => void forget().catch(toastError)}
        />
      )}
    </>
  );
}
