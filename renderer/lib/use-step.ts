// Does one thing to the library that can be undone, and says what came of it.
import { useCallback } from 'react';
import type { Change } from '#contract/types/journal.ts';
import { useArticleActions } from './article-actions.ts';
import { toastError } from './toasts.ts';

export type DoStep = (work: () => Promise<Change>) => Promise<void>;

export function useStep(): DoStep {
  const { say } = useArticleActions();
  return useCallback(
    async (work) => {
      try {
        const { step } = await work();
        if (step) say(step);
      } catch (error) {
        toastError(error);
      }
    },
    [say],
  );
}
