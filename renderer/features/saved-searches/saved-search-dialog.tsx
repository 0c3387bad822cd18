// Saves a search under a name, or puts one right that is saved already.
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusAtStart } from '../../lib/use-focus-at-start.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormField, FormProblem } from '../../ui/form-field.tsx';
import styles from './saved-search-dialog.module.css';
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
    <Dialog
      title={t(draft.uid === null ? 'savedSearches.saving' : 'savedSearches.editing')}
      onClose={onClose}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
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
        {wrong !== null && <FormProblem>{wrong}</FormProblem>}
        <div className={styles.foot}>
          <Button kind="primary" type="submit">
            {t('savedSearches.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
