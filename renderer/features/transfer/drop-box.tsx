// Where what other services gave out is handed over: dropped, or chosen. What is wrong with the last one is said here.
import { FileUp, FolderUp } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useLink } from '../../lib/client.ts';
import { errorText } from '../../lib/error-text.ts';
import { shellOf } from '../../lib/shell.ts';
import { toastError } from '../../lib/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { chosenFile } from './chosen-source.ts';
import styles from './transfer-page.module.css';
import type { Draft } from './use-draft.ts';

export function DropBox({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const link = useLink();
  const { state } = draft;
  const chooseFolder = async () => {
    const { dir } = await shellOf(link)['shell.chooseFolder']({ title: t('transfer.folderTitle') });
    if (dir !== null) draft.offer({ kind: 'path', path: dir });
  };
  return (
    <section aria-labelledby="transfer-in">
      <h2 id="transfer-in" className={styles.heading}>
        {t('transfer.in')}
      </h2>
      {state.kind === 'failed' && <Refused name={state.name} error={state.error} />}
      <div className={styles.box}>
        <FileUp className={styles.sign} size={32} strokeWidth={1.25} aria-hidden />
        <p className={styles.invitation}>{t('transfer.drop')}</p>
        <p className={styles.services}>{t('transfer.from')}</p>
        <div className={styles.tools}>
          <FileTrigger
            onSelect={(files) => {
              const [file] = files ?? [];
              if (file) draft.offer(chosenFile(link, file));
            }}
          >
            <Button kind="primary" icon={FileUp}>
              {t('transfer.chooseFile')}
            </Button>
          </FileTrigger>
          {link.host === 'desktop' && (
            <Button icon={FolderUp} onPress={() => void chooseFolder().catch(toastError)}>
              {t('transfer.chooseFolder')}
            </Button>
          )}
        </div>
      </div>
      <p className={styles.hint}>{t('transfer.dryRun')}</p>
    </section>
  );
}

function Refused({ name, error }: { readonly name: string; readonly error: unknown }) {
  const { t } = useTranslation();
  const { key, detail } = errorText(error);
  return (
    <div className={styles.refused} role="alert">
      <p className={styles.name}>{t('transfer.refused', { name })}</p>
      <p>{detail ?? t(key)}</p>
      <p className={styles.facts}>{t('transfer.asBefore')}</p>
    </div>
  );
}
