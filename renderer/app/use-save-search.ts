// Opens the dialog that keeps a search in the sidebar. Saved already, it can be put right.
import { useSavedSearches } from '../lib/queries.ts';
import type { OpenDialog } from './dialogs.tsx';

export function useSaveSearch(open: (dialog: OpenDialog) => void): (query: string) => void {
  const { data: saved } = useSavedSearches();
  return (query) => {
    const known = saved?.find((one) => one.query === query);
    const draft = known ?? { uid: null, name: query.slice(0, 100), query };
    open({ kind: 'save-search', draft });
  };
}
