// What is done to tags themselves. Each act is one step of the journal, said in a toast with the way back.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LibraryError } from '#contract/errors.ts';
import type { TagColour, TagUid } from '#contract/types/tag.ts';
import { useArticleActions } from '../../lib/article-actions.ts';
import { useClient } from '../../lib/client.ts';
import { errorText } from '../../lib/error-text.ts';
import { useStep } from '../../lib/use-step.ts';

/** Why a name was not taken: what is wrong with it, or that another tag has it. */
export type NameTrouble =
  | { readonly kind: 'wrong'; readonly text: string }
  | { readonly kind: 'taken'; readonly by: TagUid; readonly text: string };

export interface TagActions {
  /** @returns null where it is called so now */
  rename(uid: TagUid, name: string): Promise<NameTrouble | null>;
  colour(uid: TagUid, colour: TagColour | null): Promise<void>;
  merge(keep: TagUid, others: readonly TagUid[]): Promise<void>;
  remove(uids: readonly TagUid[]): Promise<void>;
  removeUnused(): Promise<void>;
}

export function useTagActions(): TagActions {
  const client = useClient();
  const { say } = useArticleActions();
  const { t } = useTranslation();
  const act = useStep();
  return useMemo(() => {
    return {
      async rename(uid, name) {
        try {
          const { step } = await client['tags.rename']({ uid, name });
          if (step) say(step);
          return null;
        } catch (error) {
          const { key, detail } = errorText(error);
          const text = detail ?? t(key);
          const by = twinOf(error);
          return by === null ? { kind: 'wrong', text } : { kind: 'taken', by, text };
        }
      },
      colour: (uid, colour) => act(() => client['tags.setColour']({ uid, colour })),
      merge: (keep, others) => act(() => client['tags.merge']({ keep, others: [...others] })),
      remove: (uids) => act(() => client['tags.delete']({ uids: [...uids] })),
      removeUnused: () => act(() => client['tags.deleteUnused']({})),
    };
  }, [client, say, act, t]);
}

/** The tag that has the name already, as the library says. */
function twinOf(error: unknown): TagUid | null {
  if (!(error instanceof LibraryError) || error.code !== 'conflict') return null;
  const { uid } = error.details;
  return typeof uid === 'string' ? (uid as TagUid) : null;
}
