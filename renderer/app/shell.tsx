// The panes of the window and what stands over them; which are seen depends on the width and on what is open.
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleSummary } from '#contract/types/article.ts';
import type { HighlightEntry } from '#contract/types/highlight.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { ClipTray } from '../features/clip/clip-tray.tsx';
import { DropZone } from '../features/clip/drop-zone.tsx';
import { useJobs } from '../features/clip/use-jobs.ts';
import type { CollectionDraft } from '../features/collections/use-collection-actions.ts';
import type { MarksHandle } from '../features/highlights/marks.tsx';
import type { MarkTarget } from '../features/highlights/use-target.ts';
import { ManyTray } from '../features/many/many-tray.tsx';
import type { ReaderHandle } from '../features/reader/reader.tsx';
import type { SavedSearchDraft } from '../features/saved-searches/use-saved-search-actions.ts';
import type { SearchFieldHandle } from '../features/search/search-field.tsx';
import type { FoundWords } from '../frame/messages/found-words.ts';
import { makeFramePort } from '../lib/frame-port.ts';
import { hasSidebar, isSplit, useLayout } from '../lib/layout.ts';
import type { ListHandle } from '../lib/list-handle.ts';
import { isPageShelf, useNavigation } from '../lib/place.ts';
import { useArticle } from '../lib/queries.ts';
import { useRegion } from '../lib/region.ts';
import { useTheme } from '../lib/theme.ts';
import { useTrail } from '../lib/trail.ts';
import { useAsked } from '../lib/use-asked.ts';
import { recall, remember } from '../lib/view-memory.ts';
import { cx } from '../ui/cx.ts';
import { Notice } from '../ui/notice.tsx';
import type { SidePanelHandle } from '../ui/side-panel.tsx';
import { AskedDialog } from './asked-dialog.tsx';
import { Banner } from './banner.tsx';
import { Dialogs, type OpenDialog } from './dialogs.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { ListPane, MenuToggle } from './list-pane.tsx';
import { OpenArticle } from './open-article.tsx';
import { PagePane } from './page-pane.tsx';
import type { ReaderTools } from './reader-pane.tsx';
import styles from './shell.module.css';
import { SidebarPane } from './sidebar-pane.tsx';
import { toExport } from './to-export.ts';
import { useClipToasts } from './use-clip-toasts.ts';
import { useCommands } from './use-commands.ts';
import { useFocusMode } from './use-focus-mode.ts';
import { useHistoryButtons } from './use-history-buttons.ts';
import { useImportOffer } from './use-import-offer.ts';
import { useMenu } from './use-menu.ts';
import { usePageCommands } from './use-page-commands.ts';
import { usePanel } from './use-panel.ts';
import { useReaderFocus } from './use-reader-focus.ts';
import { useSaveSearch } from './use-save-search.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useSort } from './use-sort.ts';
import { useListTargets } from './use-targets.ts';
import { useTellDone } from './use-tell-done.ts';
import { useTitle } from './use-title.ts';

export function Shell() {
  const { t } = useTranslation();
  const layout = useLayout();
  const navigation = useNavigation();
  const { place, go } = navigation;
  const { shelf, article: open } = place;
  const [sort, setSort] = useSort(shelf);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [isFolded, setFolded] = useState(() => recall('sidebar') === 'folded');
  const [found, setFound] = useState<FoundWords | null>(null);
  const [target, setTarget] = useState<MarkTarget | null>(null);
  const [drags, setDrags] = useState(0);
  const toolsRef = useRef<ReaderTools>(null);
  const panelRef = useRef<SidePanelHandle>(null);
  const panel = usePanel(panelRef);
  const [port] = useState(makeFramePort);
  const focusMode = useFocusMode(open);
  const page = usePageCommands(port, open);
  const { list: listTargets, tell: tellTargets } = useListTargets();
  const { data: openArticle } = useArticle(open);
  const listRef = useRef<ListHandle>(null);
  const readerRef = useRef<ReaderHandle>(null);
  const searchRef = useRef<SearchFieldHandle>(null);
  const marksRef = useRef<MarksHandle>(null);
  const focusReader = useReaderFocus(readerRef);
  useTheme();
  useRegion();
  useTellDone();
  const shelfName = useTitle(openArticle?.title, shelf);

  const openArticleAt = useCallback(
    (article: ArticleSummary, byKey: boolean, words: FoundWords | null = null) => {
      // What hid the last one does not hide the next.
      panel.giveWay();
      setFound(words);
      go({ shelf, article: article.uid });
      // Beside its list an article that was clicked leaves the keys to the list.
      if (byKey || !isSplit(layout)) focusReader();
    },
    [go, shelf, layout, focusReader, panel],
  );
  const openHighlight = ({ uid, article }: HighlightEntry) => {
    panel.giveWay();
    setFound(null);
    setTarget({ article: article.uid, highlight: uid });
    go({ shelf, article: article.uid });
    focusReader();
  };
  const openUid = (uid: ArticleUid) => {
    panel.giveWay();
    setFound(null);
    go({ shelf: shelf.kind === 'search' ? { kind: 'list', name: 'all' } : shelf, article: uid });
    focusReader();
  };
  const trail = useTrail(navigation);
  const steps = {
    ...trail,
    step(by: 1 | -1) {
      panel.giveWay();
      // Back to where one was, not to what a search had found.
      setFound(null);
      trail.step(by);
      focusReader();
    },
  };
  const jobs = useJobs();
  const clips = useClipToasts(go, jobs.add);
  const imports = useImportOffer(go);
  const isAtImport = shelf.kind === 'import';
  const drops = { onClip: clips.start, onImport: imports.take, alwaysImports: isAtImport };

  const toggleSidebar = () => {
    if (!hasSidebar(layout)) setDialog({ kind: 'drawer' });
    else {
      remember('sidebar', isFolded ? 'open' : 'folded');
      setFolded(!isFolded);
    }
  };
  const saveSearch = useSaveSearch(setDialog);
  const { run, closeArticle } = useCommands({
    place,
    go,
    layout,
    listTargets,
    openArticle: openArticle ?? null,
    list: listRef,
    search: searchRef,
    marks: marksRef,
    setDialog,
    panel,
    tools: toolsRef,
    steps,
    toggleSidebar,
    saveSearch,
    shelfName,
    focusMode,
    page,
  });
  const asksToClip = useAsked()?.asked.kind === 'clip';
  const onFrameKey = useShortcuts(run, dialog !== null || asksToClip);
  useMenu(run);
  useHistoryButtons(port, steps.step);

  /** All that it holds; of a page, the whole library. */
  const exportShelf = () => setDialog({ kind: 'export', ...toExport({ shelf, shelfName }) });

  const readerIsFront = open !== null && (!isSplit(layout) || focusMode.isOn);
  const showsMenu = !hasSidebar(layout) || isFolded;
  // Nothing stands beside it until an article is opened from it.
  const isWide = isPageShelf(shelf) && open === null && isSplit(layout);
  const shape = focusMode.isOn ? 'one' : layout;
  const sidebar = {
    shelf,
    onClip: () => setDialog({ kind: 'clip' }),
    onShortcuts: () => setDialog({ kind: 'shortcuts' }),
    onEditSearch: (draft: SavedSearchDraft) => setDialog({ kind: 'save-search', draft }),
    onEditCollection: (draft: CollectionDraft) => setDialog({ kind: 'collection', draft }),
  };

  return (
    <div className={styles.window}>
      <Banner />
      <div
        className={cx(styles.panes, styles[shape], isFolded && styles.folded)}
        data-focus-mode={focusMode.isOn || undefined}
      >
        {hasSidebar(layout) && !isFolded && !focusMode.isOn && (
          <SidebarPane {...sidebar} isBehind={readerIsFront} onFold={toggleSidebar} />
        )}
        <main
          className={cx(styles.list, readerIsFront && styles.behind, isWide && styles.wide)}
          inert={readerIsFront}
        >
          <ErrorBoundary resetKey={JSON.stringify(shelf)}>
            {isPageShelf(shelf) ? (
              <PagePane
                shelf={shelf}
                menu={showsMenu && <MenuToggle onPress={toggleSidebar} />}
                open={open}
                listRef={listRef}
                onOpen={openArticleAt}
                onOpenHighlight={openHighlight}
                onClip={(url) => clips.start([{ kind: 'link', url }])}
                draft={imports.draft}
                onGo={(to) => go({ shelf: to, article: null })}
                onExport={exportShelf}
                sidebar={hasSidebar(layout) ? { isShown: !isFolded, toggle: toggleSidebar } : null}
                onTargets={tellTargets}
              />
            ) : (
              <ListPane
                shelf={shelf}
                open={open}
                openArticle={openArticle ?? null}
                sort={sort}
                onSort={setSort}
                selected={listTargets.selected}
                showsMenu={showsMenu}
                onMenu={toggleSidebar}
                onClip={sidebar.onClip}
                onEmptyTrash={(count) =>
                  setDialog({
                    kind: 'delete-for-good',
                    articles: { all: { list: 'trash' } },
                    count,
                  })
                }
                onCommand={run}
                onExportShelf={exportShelf}
                onOpen={openArticleAt}
                onTargets={tellTargets}
                listRef={listRef}
                searchRef={searchRef}
                go={go}
              />
            )}
          </ErrorBoundary>
        </main>
        {open !== null ? (
          <section
            className={styles.reader}
            aria-label={t('app.pane.reader')}
            // In front of the list it is what the window is about.
            role={readerIsFront ? 'main' : undefined}
          >
            <OpenArticle
              uid={open}
              port={port}
              found={found}
              target={target}
              focusMode={focusMode}
              panel={panel}
              panelRef={panelRef}
              tools={toolsRef}
              readerRef={readerRef}
              marksRef={marksRef}
              steps={steps}
              jobs={jobs}
              clips={clips}
              onOpen={openUid}
              onCompare={(version) => setDialog({ kind: 'compare', uid: open, version })}
              onFocusArticle={focusReader}
              onCommand={run}
              onBack={closeArticle}
              onKey={onFrameKey}
              onDrag={() => setDrags((count) => count + 1)}
            />
          </section>
        ) : (
          isSplit(layout) &&
          !isWide && (
            <section className={styles.reader} aria-label={t('app.pane.reader')}>
              <Notice title={t('empty.reader.title')} hint={t('empty.reader.hint')} />
            </section>
          )
        )}
      </div>
      <div className={styles.trays}>
        <ManyTray />
        <ClipTray clips={clips} jobs={jobs} />
      </div>
      <DropZone {...drops} draggedOverFrame={drags} />
      <Dialogs
        open={dialog}
        onClose={() => setDialog(null)}
        sidebar={sidebar}
        clips={clips}
        article={open}
        reader={open === null ? null : readerRef}
        onRun={run}
        onGo={(to) => go({ shelf: to, article: null })}
        onOpen={openUid}
        onDeleted={() => {
          listRef.current?.clearSelection();
          if (open !== null) closeArticle();
        }}
      />
      <AskedDialog
        waits={dialog !== null}
        onClip={(url) => clips.start([{ kind: 'link', url }])}
        onOpen={openUid}
      />
    </div>
  );
}
