// How many panes fit. Each width has one shape; which pane is in front depends on whether an article is open.
import { useMedia } from './media.ts';

/** `three`: sidebar, list, reader. `two`: list and reader. `shelf`: sidebar and list, or the reader. `one`: one at a time. */
export type Layout = 'three' | 'two' | 'shelf' | 'one';

export function useLayout(): Layout {
  const three = useMedia('(width >= 1200px)');
  const two = useMedia('(width >= 900px)');
  const shelf = useMedia('(width >= 640px)');
  if (three) return 'three';
  if (two) return 'two';
  return shelf ? 'shelf' : 'one';
}

/** Whether the sidebar stands beside the list; otherwise it comes as a drawer. */
export const hasSidebar = (layout: Layout): boolean => layout === 'three' || layout === 'shelf';

/** Whether list and reader are seen at once. */
export const isSplit = (layout: Layout): boolean => layout === 'three' || layout === 'two';
