// What went out, and where it lies; and what could not be taken along.
import { FolderOpen } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exported } from '#contract/types/export.ts';
import { useLink } from '../../lib/client.ts';
import { byteSize } from '../../lib/format.ts';
import { shellOf } from '../../lib/shell.ts';
import { toastError } from '../../lib/toasts.ts';
import { useFocusAtStart } from '../../lib/use-focus-at-start.ts';
import { Button } from '../../ui/button.tsx';
import styles from './export-dialog.module.css';

interface ExportDoneProps {
  readonly exported: Exported;
  readonly onClose: () => void;
}

export function ExportDone({ exported, onClose }: ExportDoneProps) {
  const { t } = useTranslation();
  const link = useLink();
  // What had the focus has gone with what could be chosen.
  const close = useRef<HTMLButtonElement>(null);
  useFocusAtStart(close);
  const { path, articles, bytes, problems } = exported;
  const show = async (at: string) => shellOf(link)['shell.showInFolder']({ path: at });
  return (
    <>
      <p role="status">
        {t(path === null ? 'transfer.downloaded' : 'transfer.saved', {
          count: articles,
          size: byteSize(bytes),
        })}
      </p>
      {path !== null && (
        <p className={styles.path}>
          <code dir="ltr">{path}</code>
        </p>
      )}
      {problems.length > 0 && (
        <details className={styles.problems} open>
          <summary>{t('transfer.notTaken', { count: problems.length })}</summary>
          <ul>
            {problems.map(({ name, problem }) => (
              <li key={`${name} ${problem.message}`}>
                <span className={styles.name} dir="auto">
                  {name}
                </span>{' '}
                {problem.message}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className={styles.tools}>
        {path !== null && link.host === 'desktop' && (
          <Button icon={FolderOpen} onPress={() => void show(path).catch(toastError)}>
            {t('transfer.showInFolder')}
          </Button>
        )}
        <Button ref={close} kind="primary" onPress={onClose}>
          {t('actions.close')}
        </Button>
      </p>
    </>
  );
}
