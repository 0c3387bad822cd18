// What takes room, part by part, with what can be made again and what can be cleared away.
import { useQueryClient } from '@tanstack/react-query';
import { Eraser, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StorageUse } from '#contract/types/storage-use.ts';
import { useClient } from '../../lib/client.ts';
import { byteSize } from '../../lib/format.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { toastDone, toastError } from '../../lib/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import styles from './storage-page.module.css';
import { bytesOf, type Part, parts, totalOf, useStorageUse } from './use-storage.ts';

export function OnTheDisk({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const { t } = useTranslation();
  const { data: use, error, refetch } = useStorageUse();
  return (
    <section aria-labelledby="storage-disk">
      <h2 id="storage-disk" className={styles.heading}>
        {t('storage.disk')}
      </h2>
      {error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : use ? (
        <Shares use={use} isReadOnly={isReadOnly} />
      ) : (
        <p className={styles.hint}>{t('storage.adding')}</p>
      )}
    </section>
  );
}

function Shares({ use, isReadOnly }: { readonly use: StorageUse; readonly isReadOnly: boolean }) {
  const { t } = useTranslation();
  const total = Math.max(1, totalOf(use));
  // What is not there needs no line, but for backups: that there are none is news.
  const shown = parts.filter((part) => part === 'backups' || bytesOf(use, part) > 0);
  return (
    <>
      <div className={styles.bar} aria-hidden>
        {shown.map((part) => (
          <span
            key={part}
            className={styles[part]}
            style={{ flexGrow: bytesOf(use, part) / total }}
          />
        ))}
      </div>
      <ul className={styles.lines}>
        {shown.map((part) => (
          <li key={part} className={styles.line}>
            <span className={styles.dot}>
              <span className={styles[part]} />
            </span>
            <span className={styles.words}>
              <span className={styles.name}>{t(`storage.parts.${part}`)}</span>
              <span className={styles.facts}>{factsOf(part)}</span>
            </span>
            {!isReadOnly && <Tools part={part} use={use} />}
            <span className={styles.bytes}>{byteSize(bytesOf(use, part))}</span>
          </li>
        ))}
      </ul>
    </>
  );

  function factsOf(part: Part): string {
    switch (part) {
      case 'pages':
      case 'pictures':
      case 'unused':
        return [t('storage.files', { count: use[part].count }), t(`storage.hints.${part}`)].join(
          ' · ',
        );
      default:
        return t(`storage.hints.${part}`);
    }
  }
}

function Tools({ part, use }: { readonly part: Part; readonly use: StorageUse }) {
  const { t } = useTranslation();
  const client = useClient();
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const run = (work: () => Promise<void>) => {
    setBusy(true);
    work()
      .catch((error: unknown) => toastError(error))
      .finally(() => setBusy(false));
  };
  if (part === 'index') {
    const rebuild = async () => {
      await client['search.rebuildIndex']({});
      toastDone({ title: t('storage.rebuilding') });
    };
    return (
      <Button kind="quiet" icon={RefreshCw} isDisabled={isBusy} onPress={() => run(rebuild)}>
        {t('storage.rebuild')}
      </Button>
    );
  }
  if (part !== 'unused') return null;
  const clear = async () => {
    const { count, bytes } = await client['storage.cleanUp']({});
    await queries.invalidateQueries({ queryKey: queryKeys.storageUse });
    toastDone({ title: t('storage.cleared', { count, size: byteSize(bytes) }) });
  };
  return (
    <Button icon={Eraser} isDisabled={isBusy} onPress={() => run(clear)}>
      {t('storage.clear', { count: use.unused.count })}
    </Button>
  );
}
