// Two versions of an article beside each other, over the window: which they are can be chosen, and keys go from change to change.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { Snapshot, SnapshotUid } from '#contract/types/snapshot.ts';
import { useClient } from '../../lib/client.ts';
import { exactTime } from '../../lib/format.ts';
import { useVersions } from '../../lib/queries.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { ComparedText, stepToChange } from './compared-text.tsx';
import styles from './comparison-dialog.module.css';
import { type Pair, pairOf } from './pair-of.ts';

interface ComparisonDialogProps {
  readonly uid: ArticleUid;
  /** To be compared with the one shown; null for the one before that. */
  readonly version: SnapshotUid | null;
  readonly onClose: () => void;
}

export function ComparisonDialog({ uid, version, onClose }: ComparisonDialogProps) {
  const { t } = useTranslation();
  const { data: versions } = useVersions(uid);
  const [chosen, setChosen] = useState<Pair | null>(null);
  const pair = chosen ?? (versions ? pairOf(versions, version) : null);
  return (
    <Dialog title={t('comparison.title')} size="page" onClose={onClose}>
      {pair && versions ? (
        <Compared pair={pair} versions={versions} onPair={setChosen} />
      ) : (
        versions && <p className={styles.note}>{t('versions.only')}</p>
      )}
    </Dialog>
  );
}

interface ComparedProps {
  readonly pair: Pair;
  readonly versions: readonly Snapshot[];
  readonly onPair: (pair: Pair) => void;
}

function Compared({ pair, versions, onPair }: ComparedProps) {
  const { t } = useTranslation();
  const client = useClient();
  const text = useRef<HTMLDivElement>(null);
  const { data, error, refetch } = useQuery({
    queryKey: queryKeys.comparison(pair.from, pair.to),
    queryFn: ({ signal }) => client['snapshots.compare'](pair, signal),
    placeholderData: keepPreviousData,
  });
  const step = (by: 1 | -1) => text.current && stepToChange(text.current, by);
  // Wherever the focus is: the dialog has it first.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'n' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!text.current || event.target instanceof HTMLSelectElement) return;
      event.preventDefault();
      stepToChange(text.current, event.shiftKey ? -1 : 1);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  const isSame = data?.paragraphs.every(({ kind }) => kind === 'kept') ?? false;
  return (
    <div className={styles.compared}>
      <div className={styles.head}>
        <VersionChoice
          label={t('comparison.from')}
          versions={versions}
          chosen={pair.from}
          onChoose={(from) => onPair({ ...pair, from })}
        />
        <VersionChoice
          label={t('comparison.to')}
          versions={versions}
          chosen={pair.to}
          onChoose={(to) => onPair({ ...pair, to })}
        />
        <IconButton
          icon={ChevronUp}
          label={t('comparison.previous')}
          shortcut="N"
          isDisabled={isSame}
          onPress={() => step(-1)}
        />
        <IconButton
          icon={ChevronDown}
          label={t('comparison.next')}
          shortcut="n"
          isDisabled={isSame}
          onPress={() => step(1)}
        />
      </div>
      <output className={styles.note}>
        {data &&
          (isSame
            ? t('comparison.same')
            : t('comparison.summary', {
                added: t('comparison.added', { count: data.addedWords }),
                removed: t('comparison.removed', { count: data.removedWords }),
              }))}
        {data?.isCoarse && ` ${t('comparison.coarse')}`}
      </output>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data && !isSame && (
        <ComparedText
          key={`${data.from.uid} ${data.to.uid}`}
          ref={text}
          paragraphs={data.paragraphs}
        />
      )}
    </div>
  );
}

interface VersionChoiceProps {
  readonly label: string;
  readonly versions: readonly Snapshot[];
  readonly chosen: SnapshotUid;
  readonly onChoose: (uid: SnapshotUid) => void;
}

function VersionChoice({ label, versions, chosen, onChoose }: VersionChoiceProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <span className={styles.choice}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <select
        id={id}
        className={styles.select}
        value={chosen}
        onChange={({ target }) => {
          const found = versions.find(({ uid }) => uid === target.value);
          if (found) onChoose(found.uid);
        }}
      >
        {versions.map(({ uid, capturedAt, inUse }) => (
          <option key={uid} value={uid}>
            {inUse ? t('comparison.shown', { when: exactTime(capturedAt) }) : exactTime(capturedAt)}
          </option>
        ))}
      </select>
    </span>
  );
}
