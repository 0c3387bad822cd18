// Asks before articles are deleted for good: the one thing that Undo does not bring back.
import { useTranslation } from 'react-i18next';
import type { SomeOrAll } from '#contract/types/articles-or-all.ts';
import { useArticleActions } from '../../lib/article-actions.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './delete-dialog.module.css';

interface DeleteDialogProps {
  readonly articles: SomeOrAll;
  readonly count: number;
  readonly onClose: () => void;
  /** They are gone. */
  readonly onDeleted: () => void;
}

export function DeleteDialog({ articles, count, onClose, onDeleted }: DeleteDialogProps) {
  const { t } = useTranslation();
  const { deleteForGood } = useArticleActions();
  return (
    <Dialog title={t('trash.title', { count })} onClose={onClose}>
      <p className={styles.words}>{t('trash.what', { count })}</p>
      <p className={styles.words}>{t('trash.backups', { count })}</p>
      <div className={styles.foot}>
        <Button onPress={onClose}>{t('actions.cancel')}</Button>
        <Button
          kind="primary"
          onPress={() => {
            onClose();
            void deleteForGood(articles).then((isDone) => isDone && onDeleted());
          }}
        >
          {t('trash.delete', { count })}
        </Button>
      </div>
    </Dialog>
  );
}
