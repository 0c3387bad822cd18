// Clips and the news of them: what this window started, and what came into the library from elsewhere.
import i18next from 'i18next';
import { useCallback } from 'react';
import type { ClipResult } from '#contract/types/clip.ts';
import { type Clips, useClips } from '../features/clip/use-clips.ts';
import { useClipsElsewhere } from '../features/clip/use-clips-elsewhere.ts';
import type { Jobs } from '../features/clip/use-jobs.ts';
import type { Navigation } from '../lib/place.ts';
import { toastDone } from '../lib/toasts.ts';

export function useClipToasts(go: Navigation['go'], onLinks: Jobs['add']): Clips {
  const say = useCallback(
    (result: ClipResult) =>
      toastDone({
        title: i18next.t(outcomeOf(result)),
        detail: result.warning ? result.warning.message : result.title,
        action: {
          label: i18next.t('actions.open'),
          run: () => go({ shelf: { kind: 'list', name: 'all' }, article: result.uid }),
        },
      }),
    [go],
  );
  const sayElsewhere = useCallback(
    (results: readonly ClipResult[]) => {
      const [first] = results;
      if (results.length > 1) {
        toastDone({ title: i18next.t('clip.elsewhere', { count: results.length }) });
      } else if (first) say(first);
    },
    [say],
  );
  const noteOwn = useClipsElsewhere(sayElsewhere);
  return useClips(
    useCallback(
      (result) => {
        noteOwn(result);
        say(result);
      },
      [noteOwn, say],
    ),
    onLinks,
  );
}

function outcomeOf({ status, version }: ClipResult) {
  if (version) return version.shown ? 'clip.newVersion' : 'clip.keptVersion';
  return status === 'exists' ? 'clip.exists' : 'clip.saved';
}
