// What is handed over anywhere in the window to be imported, and the page where that goes on.
import { useCallback, useMemo } from 'react';
import { chosenFile } from '../features/transfer/chosen-source.ts';
import { type Draft, useDraft } from '../features/transfer/use-draft.ts';
import { useLink } from '../lib/client.ts';
import type { Navigation } from '../lib/place.ts';

interface ImportOffer {
  readonly draft: Draft;
  /** A file, or a folder as a drop gives it. */
  take(file: File): void;
}

export function useImportOffer(go: Navigation['go']): ImportOffer {
  const link = useLink();
  const draft = useDraft();
  const { offer } = draft;
  const take = useCallback(
    (file: File) => {
      offer(chosenFile(link, file));
      go({ shelf: { kind: 'import' }, article: null });
    },
    [offer, link, go],
  );
  return useMemo(() => ({ draft, take }), [draft, take]);
}
