// Saves a search under a name, or puts one right that is saved already.
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusAtStart } from '../../lib/use-focus-at-start.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { type SavedSearchDraft, useSavedSearchActions } from './use-saved-search-actions.ts';

interface SavedSearchDialogProps {
  readonly draft: SavedSearchDraft;
  readonly onClose: () => void;
}

export function SavedSearchDialog({ draft, onClose }: SavedSearchDialogProps) {
  const { t } = useTranslation();
  const { save } = useSavedSearchActions();
  const [name, setName] = useState(draft.name);
  const [query, setQuery] = useState(draft.query);
  const [wrong, setWrong] = useState<string | null>(null);
  const first = useRef<HTMLInputElement>(null);
  useFocusAtStart(first);

  const submit = async () => {
    const problem = await save({ uid: draft.uid, name: name.trim() || query.trim(), query });
    if (problem === null) onClose();
    else setWrong(problem);
  };
  return (
    <FormDialog
      title={t(draft.uid === null ? 'savedSearches.saving' : 'savedSearches.editing')}
      action={t('savedSearches.save')}
      problem={wrong}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <FormField
        ref={first}
        label={t('savedSearches.name')}
        value={name}
        onChange={setName}
        maxLength={100}
      />
      <FormField
        label={t('savedSearches.query')}
        value={query}
        onChange={setQuery}
        maxLength={1000}
        isPlain
      />
    </FormDialog>
  );
}
