// What each command does. Keys, menus, buttons and the palette all come here.
import type { RefObject } from 'react';
import type { Article, ReadingStatus } from '#contract/types/article.ts';
import type { MarksHandle } from '../features/highlights/marks.tsx';
import type { SearchFieldHandle } from '../features/search/search-field.tsx';
import { useArticleActions } from '../lib/article-actions.ts';
import { useLink } from '../lib/client.ts';
import { copyOwnLink } from '../lib/copy-own-link.ts';
import { isSplit, type Layout } from '../lib/layout.ts';
import type { ListHandle } from '../lib/list-handle.ts';
import { isPageShelf, type Navigation, type Place } from '../lib/place.ts';
import type { CommandId } from '../lib/shortcuts.ts';
import { toastError } from '../lib/toasts.ts';
import type { Steps } from '../lib/trail.ts';
import { useCapture } from '../lib/use-capture.ts';
import { usePrinting } from '../lib/use-printing.ts';
import type { OpenDialog } from './dialogs.tsx';
import type { ReaderTools } from './reader-pane.tsx';
import { toExport } from './to-export.ts';
import type { FocusMode } from './use-focus-mode.ts';
import type { PageCommands } from './use-page-commands.ts';
import type { PanelState } from './use-panel.ts';
import { isAbout, type ListTargets, onlyOne, type Targets, targetsOf } from './use-targets.ts';

interface CommandContext {
  readonly place: Place;
  readonly go: Navigation['go'];
  readonly layout: Layout;
  readonly listTargets: ListTargets;
  readonly openArticle: Article | null;
  readonly list: RefObject<ListHandle | null>;
  readonly search: RefObject<SearchFieldHandle | null>;
  readonly marks: RefObject<MarksHandle | null>;
  readonly setDialog: (dialog: OpenDialog) => void;
  readonly panel: PanelState;
  readonly tools: RefObject<ReaderTools | null>;
  readonly steps: Steps;
  readonly toggleSidebar: () => void;
  readonly saveSearch: (query: string) => void;
  readonly focusMode: FocusMode;
  /** What the shelf is called. */
  readonly shelfName: string;
  /** What is done to the page of the open article. */
  readonly page: PageCommands;
}

export interface Commands {
  run(command: CommandId): void;
  /** Back from the open article to the list. */
  closeArticle(): void;
}

export function useCommands(context: CommandContext): Commands {
  const { place, go, layout, listTargets, openArticle, list, search, focusMode } = context;
  const actions = useArticleActions();
  const printing = usePrinting();
  const link = useLink();
  const capture = useCapture();
  const isOpen = place.article !== null;
  const readerIsFront = isOpen && (!isSplit(layout) || focusMode.isOn);

  const closeArticle = () => {
    context.panel.giveWay();
    go({ shelf: place.shelf, article: null });
    afterDrawing(() => list.current?.focus());
  };
  const targets = (): Targets | null =>
    targetsOf(listTargets, openArticle, !readerIsFront && (list.current?.hasFocus() ?? false));

  /** For what takes articles out of sight: the selection is spent, and an open one of them is closed. */
  const putAway = async (found: Targets, work: () => Promise<boolean>) => {
    if (!(await work())) return;
    list.current?.clearSelection();
    if (place.article !== null && isAbout(found, place.article)) closeArticle();
  };

  const withTargets = (work: (targets: Targets) => Promise<unknown>) => {
    const found = targets();
    if (found) void work(found);
  };
  const inShelf = (name: 'archived' | 'trash') =>
    place.shelf.kind === 'list' && place.shelf.name === name;
  const setStatus = (choose: (now: ReadingStatus | null, progress: number) => ReadingStatus) =>
    withTargets(({ articles, one }) =>
      actions.setStatus(articles, choose(one?.readingStatus ?? null, one?.progress ?? 0)),
    );

  const back = () => {
    if (context.marks.current?.leave() || context.tools.current?.leave()) return;
    if (context.panel.giveWay()) return;
    const listHasFocus = list.current?.hasFocus() ?? false;
    if (focusMode.isOn) focusMode.leave();
    else if (listTargets.selected) list.current?.clearSelection();
    else if (readerIsFront || (isOpen && listHasFocus)) closeArticle();
    else if (isOpen) list.current?.focus();
    else if (place.shelf.kind === 'search') {
      go({ shelf: { kind: 'list', name: 'inbox' }, article: null });
    } else list.current?.focus();
  };
  const step = (by: 1 | -1) => {
    const inReader = readerIsFront || (isOpen && !(list.current?.hasFocus() ?? false));
    if (!inReader) list.current?.focus();
    list.current?.step(by, inReader);
  };
  const findText = () => {
    const focus = () => search.current?.focus();
    // Words of articles are looked for among articles.
    if (isPageShelf(place.shelf)) go({ shelf: { kind: 'list', name: 'all' }, article: null });
    else if (readerIsFront) go({ shelf: place.shelf, article: null });
    // At once where the field is there: what is typed next belongs into it.
    else return focus();
    afterDrawing(focus);
  };

  const run = (command: CommandId): void => {
    switch (command) {
      case 'next':
        step(1);
        break;
      case 'previous':
        step(-1);
        break;
      case 'open':
        list.current?.openCurrent();
        break;
      case 'back':
        back();
        break;
      case 'select':
        list.current?.toggleCurrent();
        break;
      case 'select-all':
        list.current?.selectAll();
        break;
      case 'star':
        withTargets(({ articles, one }) => actions.star(articles, !(one?.starred ?? false)));
        break;
      case 'archive':
        withTargets((found) => {
          const archived = found.one?.archived ?? inShelf('archived');
          return putAway(found, () => actions.archive(found.articles, !archived));
        });
        break;
      case 'trash':
        withTargets((found) => {
          const trashed = found.one?.trashed ?? inShelf('trash');
          return putAway(found, () => actions.trash(found.articles, !trashed));
        });
        break;
      case 'tag': {
        const found = targets();
        if (found) context.setDialog({ ...found, kind: 'tags' });
        break;
      }
      case 'collect': {
        const found = targets();
        if (found) context.setDialog({ ...found, kind: 'collect' });
        break;
      }
      case 'uncollect': {
        const { shelf } = place;
        if (shelf.kind !== 'collection') break;
        withTargets((found) => putAway(found, () => actions.takeOut(shelf.uid, found.articles)));
        break;
      }
      case 'details': {
        const found = targets();
        const uid = found && (found.one?.uid ?? onlyOne(found));
        if (uid) context.setDialog({ kind: 'details', uid });
        break;
      }
      case 'toggle-unread':
        setStatus((now) => (now === 'unread' ? 'reading' : 'unread'));
        break;
      case 'toggle-finished':
        setStatus((now, progress) => {
          if (now !== 'finished') return 'finished';
          return progress > 0 && progress < 1 ? 'reading' : 'unread';
        });
        break;
      case 'print':
        printing.print(place.article);
        break;
      case 'save-pdf':
        printing.savePdf(place.article);
        break;
      case 'delete-for-good': {
        const found = targets();
        // Elsewhere nothing is deleted at once.
        if (found && (found.one?.trashed ?? inShelf('trash'))) {
          context.setDialog({ ...found, kind: 'delete-for-good' });
        }
        break;
      }
      case 'history':
        go({ shelf: { kind: 'history' }, article: null });
        break;
      case 'about':
        go({ shelf: { kind: 'about' }, article: null });
        break;
      case 'undo':
        void actions.undo();
        break;
      case 'redo':
        void actions.redo();
        break;
      case 'search':
        findText();
        break;
      case 'take-offer':
        list.current?.takeOffer?.();
        break;
      case 'save-search':
        if (place.shelf.kind === 'search') context.saveSearch(place.shelf.text);
        break;
      case 'palette':
      case 'clip':
      case 'type':
      case 'shortcuts':
        context.setDialog({ kind: command });
        break;
      case 're-extract':
        context.setDialog({ kind: command, articles: listTargets.selected?.articles ?? null });
        break;
      case 'clip-copied':
        link
          .desktop()
          ?.['shell.clipCopied']({})
          .catch((error: unknown) => toastError(error));
        break;
      case 'copy-own-link':
        if (place.article !== null) copyOwnLink(place.article);
        break;
      case 'capture':
        capture?.(null);
        break;
      case 'compare-versions':
        if (place.article !== null) {
          context.setDialog({ kind: 'compare', uid: place.article, version: null });
        }
        break;
      case 'read-aloud':
      case 'pages':
      case 'original':
      case 'left-out':
      case 'find-in-article':
      case 'find-next':
      case 'find-previous':
        context.tools.current?.run(command);
        break;
      case 'history-back':
        context.steps.step(-1);
        break;
      case 'history-forward':
        context.steps.step(1);
        break;
      case 'contents':
      case 'highlights':
      case 'note':
      case 'linked':
      case 'versions':
        if (isOpen) context.panel.toggle(command);
        break;
      case 'bigger-text':
        context.page.resizeText(1);
        break;
      case 'smaller-text':
        context.page.resizeText(-1);
        break;
      case 'open-picture':
        context.page.openPicture();
        break;
      case 'focus-mode':
        focusMode.toggle();
        break;
      case 'highlight':
      case 'highlight-yellow':
      case 'highlight-green':
      case 'highlight-blue':
      case 'highlight-pink':
      case 'highlight-purple':
      case 'caret':
      case 'next-highlight':
      case 'previous-highlight':
        context.marks.current?.run(command);
        break;
      case 'import':
        go({ shelf: { kind: 'import' }, article: null });
        break;
      case 'export':
        context.setDialog({
          kind: 'export',
          ...toExport({
            selected: listTargets.selected,
            article: openArticle,
            shelf: place.shelf,
            shelfName: context.shelfName,
          }),
        });
        break;
      case 'home':
        go({ shelf: { kind: 'home' }, article: null });
        afterDrawing(() => list.current?.focus());
        break;
      case 'settings':
        go({ shelf: { kind: 'settings' }, article: null });
        break;
      case 'toggle-sidebar':
        context.toggleSidebar();
        break;
    }
  };

  return { run, closeArticle };
}

/** Focus can only go to what is on screen and not inert. */
function afterDrawing(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work));
}
