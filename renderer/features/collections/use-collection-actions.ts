// What can be done with collections. Each act is one step of the journal, said in a toast where it cannot be seen.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SomeOrAll } from '#contract/types/articles-or-all.ts';
import type { CollectionUid } from '#contract/types/collection.ts';
import { useArticleActions } from '../../lib/article-actions.ts';
import { useClient } from '../../lib/client.ts';
import { errorText } from '../../lib/error-text.ts';
import { toastError } from '../../lib/toasts.ts';
import { useStep } from '../../lib/use-step.ts';
import type { Spot } from './collection-tree.ts';

export interface CollectionDraft {
  /** Null for one that is not there yet. */
  readonly uid: CollectionUid | null;
  readonly name: string;
  /** What it is in. */
  readonly parent: CollectionUid | null;
}

export interface CollectionActions {
  /** @returns what is wrong with what was written; null where it is kept */
  save(draft: CollectionDraft): Promise<string | null>;
  /** @returns whether it was moved */
  move(uid: CollectionUid, spot: Spot): Promise<boolean>;
  remove(uid: CollectionUid): Promise<void>;
  put(uid: CollectionUid, articles: SomeOrAll): Promise<void>;
  take(uid: CollectionUid, articles: SomeOrAll): Promise<void>;
  /** Into a collection that is made for them. */
  putIntoNew(name: string, articles: SomeOrAll): Promise<void>;
}

export function useCollectionActions(): CollectionActions {
  const client = useClient();
  const { say } = useArticleActions();
  const { t } = useTranslation();
  const act = useStep();
  return useMemo(
    () => ({
      async save({ uid, name, parent }) {
        try {
          const { step } =
            uid === null
              ? await client['collections.add']({ name, parent })
              : await client['collections.change']({ uid, name });
          if (step) say(step);
          return null;
        } catch (error) {
          const { key, detail } = errorText(error);
          return detail ?? t(key);
        }
      },
      // Where it has gone can be seen.
      async move(uid, spot) {
        try {
          await client['collections.move']({ uid, ...spot });
          return true;
        } catch (error) {
          toastError(error);
          return false;
        }
      },
      remove: (uid) => act(() => client['collections.remove']({ uid })),
      put: (uid, articles) => act(() => client['collections.put']({ ...articles, uid })),
      take: (uid, articles) => act(() => client['collections.take']({ ...articles, uid })),
      putIntoNew: (name, articles) =>
        act(async () => {
          const { uid } = await client['collections.add']({ name });
          return client['collections.put']({ ...articles, uid });
        }),
    }),
    [client, say, act, t],
  );
}
