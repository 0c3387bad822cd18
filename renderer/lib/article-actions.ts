// What can be done with articles, from any part of the window. Each act is one step of the journal, said in a toast.
import i18next from 'i18next';
import { useMemo } from 'react';
import type { Client } from '#contract/define.ts';
import type { LibraryContract } from '#contract/library.ts';
import type { ArticleDetails, ReadingStatus } from '#contract/types/article.ts';
import type { SomeOrAll } from '#contract/types/articles-or-all.ts';
import type { BlockAction, BlockAddress } from '#contract/types/block.ts';
import type { CollectionUid } from '#contract/types/collection.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { Change, Step } from '#contract/types/journal.ts';
import type { SnapshotUid } from '#contract/types/snapshot.ts';
import { useClient } from './client.ts';
import { errorText } from './error-text.ts';
import { toastDone, toastError, toastStep } from './toasts.ts';

type Uids = readonly ArticleUid[];

export interface ArticleActions {
  star(articles: SomeOrAll, starred: boolean): Promise<boolean>;
  archive(articles: SomeOrAll, archived: boolean): Promise<boolean>;
  trash(articles: SomeOrAll, trashed: boolean): Promise<boolean>;
  /** Of the trash. It says how many are gone. */
  deleteForGood(articles: SomeOrAll): Promise<boolean>;
  /** Undoes a step and all after it; where it was undone, redoes all up to it. */
  goToStep(step: Step & { readonly isUndone: boolean }): Promise<void>;
  setStatus(articles: SomeOrAll, status: ReadingStatus): Promise<boolean>;
  addTag(articles: SomeOrAll, name: string): Promise<boolean>;
  removeTag(articles: SomeOrAll, name: string): Promise<boolean>;
  /** They stay in the library, and in other collections. */
  takeOut(collection: CollectionUid, articles: SomeOrAll): Promise<boolean>;
  showVersion(uid: SnapshotUid): Promise<boolean>;
  /** Puts passages that were left out into the article, or takes some out of it. */
  editBlocks(
    uid: ArticleUid,
    action: BlockAction,
    blocks: readonly BlockAddress[],
  ): Promise<boolean>;
  /** The article is again what the page reader makes of its page. */
  forgetEdits(uid: ArticleUid): Promise<boolean>;
  /** Makes one article of several; the others go to the trash. */
  merge(keep: ArticleUid, others: Uids): Promise<boolean>;
  /** These are different articles, however alike. */
  tellApart(uids: Uids): Promise<boolean>;
  /** @returns what is wrong with what was written, for whoever wrote it; null where it is saved */
  describe(uid: ArticleUid, details: ArticleDetails): Promise<string | null>;
  /** Says what was done, with the way back. */
  say(step: Step): void;
  undo(): Promise<boolean>;
  redo(): Promise<boolean>;
}

/** Every action resolves to whether it was done; what went wrong has been said by then. */
export function useArticleActions(): ArticleActions {
  const client = useClient();
  return useMemo(() => makeActions(client), [client]);
}

function makeActions(client: Client<LibraryContract>): ArticleActions {
  const act = async (work: () => Promise<Change>, say: (step: Step) => void) => {
    try {
      const { step } = await work();
      if (step) say(step);
      return true;
    } catch (error) {
      toastError(error, () => void act(work, say));
      return false;
    }
  };

  const undo = () =>
    travel(() => client['journal.undo']({}), 'toasts.undone', 'toasts.nothingToUndo', redo);
  const redo = (): Promise<boolean> =>
    travel(() => client['journal.redo']({}), 'toasts.redone', 'toasts.nothingToRedo', undo);

  const travel = async (
    work: () => Promise<Change>,
    done: 'toasts.undone' | 'toasts.redone',
    nothing: 'toasts.nothingToUndo' | 'toasts.nothingToRedo',
    back: () => Promise<boolean>,
  ) => {
    try {
      const { step } = await work();
      if (!step) toastDone({ title: i18next.t(nothing) });
      else {
        const label = i18next.t(done === 'toasts.undone' ? 'actions.redo' : 'actions.undo');
        toastStep({
          tone: 'done',
          title: i18next.t(done, { what: stepSentence(step) }),
          action: { label, run: () => void back() },
        });
      }
      return step !== null;
    } catch (error) {
      toastError(error);
      return false;
    }
  };

  const sayStep = (step: Step) => {
    // What can be seen to have happened where one looks needs no words; it can be undone all the same.
    if (step.count === 1 && seenAtOnce.has(step.kind)) return;
    toastStep({
      tone: 'done',
      title: stepSentence(step),
      action: { label: i18next.t('actions.undo'), run: () => void undo() },
    });
  };

  const list = (uids: Uids) => [...uids];
  return {
    star: (articles, starred) =>
      act(() => client['articles.star']({ ...articles, starred }), sayStep),
    archive: (articles, archived) =>
      act(() => client['articles.archive']({ ...articles, archived }), sayStep),
    trash: (articles, trashed) =>
      act(() => client['articles.trash']({ ...articles, trashed }), sayStep),
    async deleteForGood(articles) {
      try {
        const { deleted } = await client['articles.deleteForGood'](articles);
        toastDone({ title: i18next.t('trash.deleted', { count: deleted }) });
        return true;
      } catch (error) {
        toastError(error);
        return false;
      }
    },
    async goToStep({ uid, isUndone }) {
      try {
        const { count } = await client['journal.goTo']({ uid });
        toastDone({ title: i18next.t(isUndone ? 'history.redid' : 'history.undid', { count }) });
      } catch (error) {
        toastError(error);
      }
    },
    setStatus: (articles, status) =>
      act(() => client['articles.setStatus']({ ...articles, status }), sayStep),
    addTag: (articles, name) => act(() => client['tags.add']({ ...articles, name }), sayStep),
    removeTag: (articles, name) => act(() => client['tags.remove']({ ...articles, name }), sayStep),
    async describe(uid, details) {
      try {
        const { step } = await client['articles.describe']({ uid, ...details });
        if (step) sayStep(step);
        return null;
      } catch (error) {
        const { key, detail } = errorText(error);
        return detail ?? i18next.t(key);
      }
    },
    takeOut: (uid, articles) =>
      act(() => client['collections.take']({ ...articles, uid }), sayStep),
    showVersion: (uid) => act(() => client['snapshots.show']({ uid }), sayStep),
    editBlocks: (uid, action, blocks) =>
      act(() => client[`contents.${action}Block`]({ uid, blocks: [...blocks] }), sayStep),
    forgetEdits: (uid) => act(() => client['contents.forgetEdits']({ uid }), sayStep),
    merge: (keep, others) =>
      act(() => client['duplicates.merge']({ keep, others: list(others) }), sayStep),
    tellApart: (uids) => act(() => client['duplicates.dismiss']({ uids: list(uids) }), sayStep),
    say: sayStep,
    undo,
    redo,
  };
}

const seenAtOnce = new Set<Step['kind']>(['star', 'unstar', 'tag', 'untag']);

/** "3 articles archived". */
export function stepSentence(step: Step): string {
  const { kind, count } = step;
  if (kind === 'set-status') {
    const status = (step.subject ?? 'unread') as ReadingStatus;
    return i18next.t(`steps.set-status.${status}`, { count });
  }
  return i18next.t(`steps.${kind}`, { count, subject: step.subject ?? '' });
}
