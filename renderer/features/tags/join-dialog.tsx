// Makes one tag of several: which of their names stays is chosen.
import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Tag } from '#contract/types/tag.ts';
import { cx } from '../../ui/cx.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import styles from './tag-dialogs.module.css';
import { useTagActions } from './use-tag-actions.ts';

interface JoinDialogProps {
  /** The most used first; two at least. */
  readonly tags: readonly Tag[];
  readonly onClose: () => void;
  readonly onJoined: () => void;
}

export function JoinDialog({ tags, onClose, onJoined }: JoinDialogProps) {
  const { t } = useTranslation();
  const { merge } = useTagActions();
  const [kept, setKept] = useState<string>(tags[0]?.uid ?? '');
  const submit = () => {
    const keep = tags.find(({ uid }) => uid === kept);
    if (!keep) return;
    void merge(
      keep.uid,
      tags.filter(({ uid }) => uid !== kept).map(({ uid }) => uid),
    );
    onJoined();
    onClose();
  };
  return (
    <FormDialog
      title={t('tagsPage.joining', { count: tags.length })}
      action={t('tagsPage.join')}
      onSubmit={submit}
      onClose={onClose}
    >
      <RadioGroup value={kept} onChange={setKept} className={cx(styles.choices)}>
        <Label className={cx(styles.label)}>{t('tagsPage.keep')}</Label>
        {tags.map((tag) => (
          <Radio key={tag.uid} value={tag.uid} className={cx(styles.choice)}>
            <span className={styles.dot} aria-hidden />
            <span className={styles.name} dir="auto">
              {tag.name}
            </span>
            <span className={styles.count}>
              {t('tagsPage.articles', { count: tag.articleCount })}
            </span>
          </Radio>
        ))}
      </RadioGroup>
    </FormDialog>
  );
}
