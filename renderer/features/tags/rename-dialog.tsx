// Gives a tag another name; where that is another tag's, offers to make the two one.
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tag } from '#contract/types/tag.ts';
import { useFocusAtStart } from '../../lib/use-focus-at-start.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { type NameTrouble, useTagActions } from './use-tag-actions.ts';

interface RenameDialogProps {
  readonly tag: Tag;
  readonly onClose: () => void;
}

export function RenameDialog({ tag, onClose }: RenameDialogProps) {
  const { t } = useTranslation();
  const { rename, merge } = useTagActions();
  const [name, setName] = useState<string>(tag.name);
  const [trouble, setTrouble] = useState<NameTrouble | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useFocusAtStart(field);

  const submit = async () => {
    if (trouble?.kind === 'taken') await merge(trouble.by, [tag.uid]);
    else {
      const found = await rename(tag.uid, name);
      setTrouble(found);
      if (found) return;
    }
    onClose();
  };
  return (
    <FormDialog
      title={t('tagsPage.renaming')}
      action={t(trouble?.kind === 'taken' ? 'tagsPage.join' : 'tagsPage.save')}
      problem={trouble?.text ?? null}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <FormField
        ref={field}
        label={t('tagsPage.name')}
        value={name}
        onChange={(value) => {
          setName(value);
          setTrouble(null);
        }}
        maxLength={100}
        isPlain
      />
    </FormDialog>
  );
}
