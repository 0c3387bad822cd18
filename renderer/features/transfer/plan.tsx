// What would come of an import, before anything has changed: what it is, how much of it is new, what it leaves out.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormatId, ImportPlan, ImportUid } from '#contract/types/import.ts';
import { useClient } from '../../lib/client.ts';
import { byteSize } from '../../lib/format.ts';
import { toastError } from '../../lib/toasts.ts';
import { Button } from '../../ui/button.tsx';
import styles from './plan.module.css';
import { PlanChoices } from './plan-choices.tsx';
import { PlanSums } from './plan-sums.tsx';
import { Samples } from './samples.tsx';
import type { Draft } from './use-draft.ts';

interface PlanProps {
  readonly draft: Draft;
  readonly onStarted: (uid: ImportUid) => void;
}

export function Plan({ draft, onStarted }: PlanProps) {
  const { t } = useTranslation();
  const { state } = draft;
  if (state.kind !== 'reading' && state.kind !== 'planned') return null;
  const { name, plan } = state;
  return (
    <section aria-labelledby="transfer-plan" aria-busy={state.kind === 'reading'}>
      <h2 id="transfer-plan" className={styles.heading}>
        <bdi>{name}</bdi>
      </h2>
      {plan && <What plan={plan} isReading={state.kind === 'reading'} onFormat={draft.takeFor} />}
      {state.kind === 'reading' ? (
        <>
          <output className={styles.hint}>
            {state.found > 0 ? t('transfer.found', { count: state.found }) : t('transfer.reading')}
          </output>
          <progress className={styles.bar} aria-label={t('transfer.reading')} />
          <p className={styles.tools}>
            <Button onPress={draft.leave}>{t('actions.cancel')}</Button>
          </p>
        </>
      ) : (
        plan && <Decision key={plan.format} plan={plan} draft={draft} onStarted={onStarted} />
      )}
    </section>
  );
}

interface WhatProps {
  readonly plan: ImportPlan;
  readonly isReading: boolean;
  readonly onFormat: (format: FormatId) => void;
}

/** Where it could be one of several, one says which. */
function What({ plan, isReading, onFormat }: WhatProps) {
  const { t } = useTranslation();
  const { format, candidates, bytes, isClear } = plan;
  if (candidates.length < 2) {
    return (
      <p className={styles.hint}>
        {t(`transfer.formats.${format}`)} · {byteSize(bytes)}
      </p>
    );
  }
  return (
    <label className={styles.format}>
      {t('transfer.readAs')}
      <select
        value={format}
        disabled={isReading}
        onChange={({ target }) => onFormat(target.value as FormatId)}
      >
        {candidates.map((one) => (
          <option key={one} value={one}>
            {t(`transfer.formats.${one}`)}
          </option>
        ))}
      </select>
      <span className={styles.facts}>{byteSize(bytes)}</span>
      {!isClear && <strong className={styles.unclear}>{t('transfer.unclear')}</strong>}
    </label>
  );
}

function Decision({ plan, draft, onStarted }: PlanProps & { readonly plan: ImportPlan }) {
  const { t } = useTranslation();
  const client = useClient();
  const [fetches, setFetches] = useState(true);
  const [tag, setTag] = useState('');
  const [isBusy, setBusy] = useState(false);
  const { items, toFetch } = plan.counts;

  const start = async () => {
    setBusy(true);
    try {
      const tags = tag.trim() === '' ? [] : [tag.trim()];
      const { source, format } = plan;
      const asked = { source, format, fetch: fetches && toFetch > 0, tags };
      const { uid } = await client['imports.start'](asked);
      draft.leave();
      onStarted(uid);
    } catch (error) {
      setBusy(false);
      toastError(error);
    }
  };
  return (
    <>
      <PlanSums plan={plan} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        {items > 0 && (
          <PlanChoices
            toFetch={toFetch}
            fetches={fetches}
            onFetches={setFetches}
            tag={tag}
            onTag={setTag}
          />
        )}
        <p className={styles.tools}>
          <Button kind="primary" type="submit" isDisabled={isBusy || !plan.canImport}>
            {t(
              isBusy
                ? 'transfer.starting'
                : plan.canImport && items === 0
                  ? 'transfer.importBeside'
                  : 'transfer.import',
              { count: items },
            )}
          </Button>
          <Button isDisabled={isBusy} onPress={draft.leave}>
            {t('actions.cancel')}
          </Button>
          <span className={styles.facts}>{t('transfer.wayBack')}</span>
        </p>
      </form>
      <Samples samples={plan.samples} />
    </>
  );
}
