// The places of the library that are pages of their own, in the place of a list.
import type { ReactNode, RefObject } from 'react';
import type { ArticleSummary } from '#contract/types/article.ts';
import type { HighlightEntry } from '#contract/types/highlight.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { AboutPage } from '../features/about/about-page.tsx';
import { HighlightsPage } from '../features/highlights/highlights-page.tsx';
import { HistoryPage } from '../features/history/history-page.tsx';
import { HomePage } from '../features/home/home-page.tsx';
import { WantedPage } from '../features/links/wanted-page.tsx';
import { NetworkPage } from '../features/network/network-page.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { StoragePage } from '../features/storage/storage-page.tsx';
import { TagsPage } from '../features/tags/tags-page.tsx';
import { ReportPage } from '../features/transfer/report-page.tsx';
import { TransferPage } from '../features/transfer/transfer-page.tsx';
import type { Draft } from '../features/transfer/use-draft.ts';
import type { ListHandle } from '../lib/list-handle.ts';
import type { PageShelf } from '../lib/place.ts';
import type { TellTargets } from '../lib/selection.ts';

interface PagePaneProps {
  readonly shelf: PageShelf;
  /** The button that calls the sidebar, where that does not stand beside the page. */
  readonly menu: ReactNode;
  readonly open: ArticleUid | null;
  readonly listRef: RefObject<ListHandle | null>;
  readonly onOpen: (article: ArticleSummary, byKey: boolean) => void;
  readonly onOpenHighlight: (highlight: HighlightEntry) => void;
  readonly onClip: (url: string) => void;
  /** What is about to be imported. */
  readonly draft: Draft;
  readonly onGo: (shelf: PageShelf) => void;
  /** Of the whole library. */
  readonly onExport: () => void;
  /** Null where it comes as a drawer. */
  readonly sidebar: { readonly isShown: boolean; toggle(): void } | null;
  readonly onTargets: TellTargets;
}

export function PagePane(props: PagePaneProps) {
  const { shelf, menu, open, listRef, onOpen, onOpenHighlight, onClip, onGo, onTargets } = props;
  switch (shelf.kind) {
    case 'home':
      return (
        <HomePage ref={listRef} menu={menu} open={open} onOpen={onOpen} onTargets={onTargets} />
      );
    case 'highlights':
      return <HighlightsPage menu={menu} onOpen={onOpenHighlight} onTargets={onTargets} />;
    case 'wanted':
      return <WantedPage menu={menu} onClip={onClip} onTargets={onTargets} />;
    case 'tags':
      return <TagsPage menu={menu} onTargets={onTargets} />;
    case 'history':
      return <HistoryPage menu={menu} onTargets={onTargets} />;
    case 'about':
      return <AboutPage menu={menu} onTargets={onTargets} />;
    case 'storage':
      return <StoragePage menu={menu} onTargets={onTargets} />;
    case 'settings':
      return <SettingsPage menu={menu} sidebar={props.sidebar} onTargets={onTargets} />;
    case 'network':
      return <NetworkPage menu={menu} onTargets={onTargets} />;
    case 'import':
      return (
        <TransferPage
          menu={menu}
          draft={props.draft}
          onReport={(uid) => onGo({ kind: 'imported', uid })}
          onExport={props.onExport}
          onTargets={onTargets}
        />
      );
    case 'imported':
      return (
        <ReportPage
          key={shelf.uid}
          uid={shelf.uid}
          menu={menu}
          onBack={() => onGo({ kind: 'import' })}
          onTargets={onTargets}
        />
      );
  }
}
