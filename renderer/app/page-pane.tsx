// The places of the library that are pages of their own, in the place of a list.
import type { ReactNode } from 'react';
import type { HighlightEntry } from '#contract/types/highlight.ts';
import { HighlightsPage } from '../features/highlights/highlights-page.tsx';
import { WantedPage } from '../features/links/wanted-page.tsx';
import { TagsPage } from '../features/tags/tags-page.tsx';
import type { PageShelf } from '../lib/place.ts';
import type { TellTargets } from '../lib/selection.ts';

interface PagePaneProps {
  readonly shelf: PageShelf;
  /** The button that calls the sidebar, where that does not stand beside the page. */
  readonly menu: ReactNode;
  readonly onOpenHighlight: (highlight: HighlightEntry) => void;
  readonly onClip: (url: string) => void;
  readonly onTargets: TellTargets;
}

export function PagePane({ shelf, menu, onOpenHighlight, onClip, onTargets }: PagePaneProps) {
  switch (shelf.kind) {
    case 'highlights':
      return <HighlightsPage menu={menu} onOpen={onOpenHighlight} onTargets={onTargets} />;
    case 'wanted':
      return <WantedPage menu={menu} onClip={onClip} onTargets={onTargets} />;
    case 'tags':
      return <TagsPage menu={menu} onTargets={onTargets} />;
  }
}
