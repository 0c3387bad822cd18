// What was dropped can be read as articles, or taken over with the dates, tags and notes it has: which of the two is meant.
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './clip-dialog.module.css';

interface DropQuestionProps {
  readonly name: string;
  readonly onClip: () => void;
  readonly onImport: () => void;
  readonly onClose: () => void;
}

export function DropQuestion({ name, onClip, onImport, onClose }: DropQuestionProps) {
  const { t } = useTranslation();
  const closing = (work: () => void) => () => {
    onClose();
    work();
  };
  return (
    <Dialog title={name} onClose={onClose}>
      <p className={styles.question}>{t('clip.orImport')}</p>
      <div className={styles.answers}>
        <Button kind="primary" onPress={closing(onImport)}>
          {t('clip.importInstead')}
        </Button>
        <Button onPress={closing(onClip)}>{t('clip.clipPages')}</Button>
      </div>
    </Dialog>
  );
}
