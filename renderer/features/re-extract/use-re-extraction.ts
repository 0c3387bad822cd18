// Goes through articles, a few at a time: those that were selected, or all that an earlier page reader made. What would change is shown,
// what would not is settled. Where it is stopped it can go on.
import { useEffect, useRef, useState } from 'react';
import type { SomeOrAll } from '#contract/types/articles-or-all.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { Step } from '#contract/types/journal.ts';
import type { ReExtraction } from '#contract/types/re-extraction.ts';
import { useArticleActions } from '../../lib/article-actions.ts';
import { useClient } from '../../lib/client.ts';
import { isCancelled } from '../../lib/error-text.ts';
import { toastError } from '../../lib/toasts.ts';

/** Small enough that Cancel answers soon. */
const AT_ONCE = 4;
const PAGE = 200;

interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface ReExtractionRun {
  /** What would change and is not decided yet, and what could not be read. */
  readonly found: readonly ReExtraction[];
  /** Null before the first look. */
  readonly progress: Progress | null;
  readonly isRunning: boolean;
  start(): void;
  cancel(): void;
  accept(uids: readonly ArticleUid[]): Promise<void>;
  leave(uid: ArticleUid): void;
}

/** @param among null for all that an earlier page reader made */
export function useReExtraction(among: SomeOrAll | null): ReExtractionRun {
  const client = useClient();
  const { say } = useArticleActions();
  const [found, setFound] = useState<readonly ReExtraction[]>([]);
  const [progress, setProgress] = useState<Progress | null>(null);
  const running = useRef<AbortController>(null);
  const [isRunning, setRunning] = useState(false);
  const last = useRef<ArticleUid | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const look = async (signal: AbortSignal) => {
    for (;;) {
      const after = last.current;
      const page = await client['extraction.outdated'](
        { limit: PAGE, ...(among && { among }), ...(after && { after }) },
        signal,
      );
      // Of the first look: what is settled on the way does not count again.
      setProgress((now) => now ?? { done: 0, total: page.total });
      for (let at = 0; at < page.uids.length; at += AT_ONCE) {
        const uids = page.uids.slice(at, at + AT_ONCE);
        const { articles } = await client['extraction.run']({ uids, mode: 'preview' }, signal);
        const same = articles.filter(({ changed, problem }) => !changed && !problem);
        if (same.length > 0) {
          const settled = same.map(({ uid }) => uid);
          await client['extraction.run']({ uids: settled, mode: 'apply' }, signal);
        }
        const others = articles.filter((article) => !same.includes(article));
        last.current = uids.at(-1) ?? last.current;
        setFound((before) => [...before, ...others]);
        setProgress((now) => now && { ...now, done: now.done + uids.length });
      }
      if (page.next === null) return;
    }
  };

  return {
    found,
    progress,
    isRunning,
    start() {
      const controller = new AbortController();
      running.current = controller;
      setRunning(true);
      look(controller.signal)
        .catch((error: unknown) => {
          if (!isCancelled(error) && !controller.signal.aborted) toastError(error);
        })
        .finally(() => setRunning(false));
    },
    cancel: () => running.current?.abort(),
    async accept(uids) {
      let whole: Step | null = null;
      try {
        for (let at = 0; at < uids.length; at += AT_ONCE * 5) {
          const { articles, step } = await client['extraction.run']({
            uids: uids.slice(at, at + AT_ONCE * 5),
            mode: 'force',
            ...(whole && { continues: whole.uid }),
          });
          const applied = new Set(
            articles.filter(({ outcome }) => outcome === 'applied').map(({ uid }) => uid),
          );
          setFound((before) => before.filter(({ uid }) => !applied.has(uid)));
          whole = step ?? whole;
        }
      } catch (error) {
        toastError(error);
      }
      if (whole) say(whole);
    },
    leave: (uid) => setFound((before) => before.filter((article) => article.uid !== uid)),
  };
}
