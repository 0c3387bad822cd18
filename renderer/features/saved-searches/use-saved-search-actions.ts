// What can be done with saved searches. Each act is one step of the journal, said in a toast.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedSearchUid } from '#contract/types/saved-search.ts';
import { useArticleActions } from '../../lib/article-actions.ts';
import { useClient } from '../../lib/client.ts';
import { errorText } from '../../lib/error-text.ts';
import { toastError } from '../../lib/toasts.ts';
import { useStep } from '../../lib/use-step.ts';

export interface SavedSearchDraft {
  /** Null for one that is not saved yet. */
  readonly uid: SavedSearchUid | null;
  readonly name: string;
  readonly query: string;
}

export interface SavedSearchActions {
  /** @returns what is wrong with what was written; null where it is saved */
  save(draft: SavedSearchDraft): Promise<string | null>;
  move(uid: SavedSearchUid, to: number): Promise<void>;
  remove(uid: SavedSearchUid): Promise<void>;
}

export function useSavedSearchActions(): SavedSearchActions {
  const client = useClient();
  const { say } = useArticleActions();
  const { t } = useTranslation();
  const act = useStep();
  return useMemo(() => {
    return {
      async save({ uid, name, query }) {
        try {
          const { step } =
            uid === null
              ? await client['savedSearches.add']({ name, query })
              : await client['savedSearches.change']({ uid, name, query });
          if (step) say(step);
          return null;
        } catch (error) {
          const { key, detail } = errorText(error);
          return detail ?? t(key);
        }
      },
      // Where it has gone can be seen.
      async move(uid, to) {
        try {
          await client['savedSearches.move']({ uid, to });
        } catch (error) {
          toastError(error);
        }
      },
      remove: (uid) => act(() => client['savedSearches.remove']({ uid })),
    };
  }, [client, say, act, t]);
}
