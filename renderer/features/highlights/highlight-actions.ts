// What can be done with highlights, from any part of the window. Each act is one step of the journal.
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { useMemo } from 'react';
import type { Client } from '#contract/define.ts';
import type { LibraryContract } from '#contract/library.ts';
import type { Anchor } from '#contract/types/anchor.ts';
import type {
  Highlight,
  HighlightColour,
  HighlightsOfArticle,
  HighlightUid,
} from '#contract/types/highlight.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { Change } from '#contract/types/journal.ts';
import { type ArticleActions, stepSentence, useArticleActions } from '../../lib/article-actions.ts';
import { useClient } from '../../lib/client.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { toastError, toastStep } from '../../lib/toasts.ts';

export interface HighlightActions {
  /** @returns null where it was not made; why has been said by then */
  add(article: ArticleUid, anchor: Anchor, colour: HighlightColour): Promise<Highlight | null>;
  recolour(uids: readonly HighlightUid[], colour: HighlightColour): Promise<boolean>;
  /** @throws LibraryError for whoever keeps what was typed until it is saved */
  annotate(uid: HighlightUid, note: string): Promise<unknown>;
  remove(uids: readonly HighlightUid[]): Promise<boolean>;
  place(uid: HighlightUid, anchor: Anchor): Promise<boolean>;
  keepAsNote(uid: HighlightUid): Promise<boolean>;
}

export function useHighlightActions(): HighlightActions {
  const client = useClient();
  const queries = useQueryClient();
  const { undo } = useArticleActions();
  return useMemo(() => makeActions(client, queries, undo), [client, queries, undo]);
}

function makeActions(
  client: Client<LibraryContract>,
  queries: QueryClient,
  undo: ArticleActions['undo'],
): HighlightActions {
  const act = async (work: () => Promise<Change>, isSaid = true) => {
    try {
      const { step } = await work();
      if (step && isSaid) {
        toastStep({
          tone: 'done',
          title: stepSentence(step),
          action: { label: i18next.t('actions.undo'), run: () => void undo() },
        });
      }
      return true;
    } catch (error) {
      toastError(error);
      return false;
    }
  };

  return {
    async add(article, anchor, colour) {
      try {
        const { highlight } = await client['highlights.add']({ uid: article, anchor, colour });
        if (highlight.range) {
          // Painted before the library has said that something changed.
          queries.setQueryData(
            queryKeys.highlightsOf(article),
            (now: HighlightsOfArticle | undefined) =>
              now && !now.highlights.some(({ uid }) => uid === highlight.uid)
                ? { ...now, highlights: [...now.highlights, highlight] }
                : now,
          );
        }
        return highlight;
      } catch (error) {
        toastError(error);
        return null;
      }
    },
    // Seen where one looks: no words are needed.
    recolour: (uids, colour) =>
      act(() => client['highlights.change']({ uids: [...uids], colour }), uids.length > 1),
    annotate: (uid, note) => client['highlights.change']({ uids: [uid], note }),
    remove: (uids) => act(() => client['highlights.remove']({ uids: [...uids] })),
    place: (uid, anchor) => act(() => client['highlights.place']({ uid, anchor })),
    keepAsNote: (uid) => act(() => client['highlights.keepAsNote']({ uid })),
  };
}
