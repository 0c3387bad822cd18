// Makes a collection, or gives one another name.
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCollections } from '../../lib/queries.ts';
import { useFocusAtStart } from '../../lib/use-focus-at-start.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { type CollectionDraft, useCollectionActions } from './use-collection-actions.ts';

interface CollectionDialogProps {
  readonly draft: CollectionDraft;
  readonly onClose: () => void;
}

export function CollectionDialog({ draft, onClose }: CollectionDialogProps) {
  const { t } = useTranslation();
  const { data: collections } = useCollections();
  const { save } = useCollectionActions();
  const [name, setName] = useState(draft.name);
  const [wrong, setWrong] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useFocusAtStart(field);
  const isNew = draft.uid === null;
  const around = collections?.find(({ uid }) => uid === draft.parent);

  const submit = async () => {
    const problem = await save({ ...draft, name });
    if (problem === null) onClose();
    else setWrong(problem);
  };
  const title = !isNew
    ? t('collections.renaming')
    : around
      ? t('collections.makingWithin', { name: around.name })
      : t('collections.making');
  return (
    <FormDialog
      title={title}
      action={t(isNew ? 'collections.make' : 'collections.save')}
      problem={wrong}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <FormField
        ref={field}
        label={t('collections.name')}
        value={name}
        onChange={(value) => {
          setName(value);
          setWrong(null);
        }}
        maxLength={100}
      />
    </FormDialog>
  );
}
