// In which form articles go out: each form with what it is good for. Then how far it is, and where it lies.
import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ExportFormat } from '#contract/types/export.ts';
import { useLink } from '../../lib/client.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormProblem } from '../../ui/form-field.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import styles from './export-dialog.module.css';
import { ExportDone } from './export-done.tsx';
import { exportForms } from './export-forms.ts';
import { useExportProblem } from './export-problem.ts';
import { type Exportable, useExport } from './use-export.ts';

interface ExportDialogProps {
  readonly articles: Exportable;
  readonly count: number;
  /** What they are together: a shelf, a search, an article. Null where they have no name. */
  readonly name: string | null;
  readonly onClose: () => void;
}

export function ExportDialog({ articles, count, name, onClose }: ExportDialogProps) {
  const { t } = useTranslation();
  const { host } = useLink();
  const { state, start, stop } = useExport();
  const formats = exportForms
    .map(({ format }) => format)
    .filter((one) => one !== 'full' || articles === 'everything');
  const [format, setFormat] = useState<ExportFormat>(formats[0] ?? 'markdown');
  const [asFolder, setAsFolder] = useState(false);
  const problem = useExportProblem(state);
  const isRunning = state.kind === 'running';
  const canBeFolder =
    host === 'desktop' && exportForms.some((one) => one.format === format && one.canBeFolder);
  const title =
    articles === 'everything'
      ? t('transfer.exportAll')
      : name
        ? t('transfer.exportNamed', { name })
        : t('transfer.exportTitle', { count });
  const close = () => {
    stop();
    onClose();
  };
  if (state.kind === 'done') {
    return (
      <Dialog title={title} size="wide" onClose={onClose}>
        <ExportDone exported={state.exported} onClose={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog title={title} size="wide" onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const called = name ?? t('transfer.exportName');
          start({ articles, format, name: called, asFolder: asFolder && canBeFolder });
        }}
      >
        <RadioGroup
          aria-label={t('transfer.form')}
          className={cx(styles.forms)}
          value={format}
          isDisabled={isRunning}
          onChange={(next) => setFormat(next as ExportFormat)}
        >
          {formats.map((one) => (
            <Radio key={one} value={one} className={cx(styles.form)}>
              <span className={styles.dot} aria-hidden />
              <span className={styles.words}>
                <span className={styles.name}>{t(`transfer.forms.${one}.name`)}</span>
                <span className={styles.facts}>{t(`transfer.forms.${one}.hint`)}</span>
              </span>
            </Radio>
          ))}
        </RadioGroup>
        {canBeFolder && (
          <div className={styles.folder}>
            <Toggle isOn={asFolder} isDisabled={isRunning} onChange={setAsFolder}>
              {t('transfer.asFolder')}
            </Toggle>
          </div>
        )}
        {problem !== null && <FormProblem>{problem}</FormProblem>}
        {isRunning && <Progress {...state} />}
        <p className={styles.tools}>
          <Button kind="primary" type="submit" isDisabled={isRunning}>
            {t(host === 'desktop' ? 'transfer.exportTo' : 'transfer.download')}
          </Button>
          <Button onPress={isRunning ? stop : onClose}>{t('actions.cancel')}</Button>
        </p>
      </form>
    </Dialog>
  );
}

function Progress({ done, total }: { readonly done: number; readonly total: number | null }) {
  const { t } = useTranslation();
  return (
    <div className={styles.progress}>
      <output className={styles.facts}>
        {total === null ? t('transfer.exporting') : t('transfer.exported', { done, count: total })}
      </output>
      <progress
        className={styles.bar}
        aria-label={t('transfer.exporting')}
        {...(total === null ? {} : { value: done, max: Math.max(total, 1) })}
      />
    </div>
  );
}
