// The open article with what can stand around it: a panel beside it, slim bars above it.
import {
  type ComponentProps,
  type ReactNode,
  type Ref,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '#contract/types/article.ts';
import type { ArticleUid, HttpUrl } from '#contract/types/ids.ts';
import type { SnapshotUid } from '#contract/types/snapshot.ts';
import { AloudBar, type AloudBarHandle } from '../features/aloud/aloud-bar.tsx';
import { readChosen } from '../features/clip/dropped.ts';
import type { Clips } from '../features/clip/use-clips.ts';
import { type Jobs, useJobOf } from '../features/clip/use-jobs.ts';
import { Contents } from '../features/contents/contents.tsx';
import { Duplicates } from '../features/duplicates/duplicates.tsx';
import { FindBar, type FindBarHandle } from '../features/find/find-bar.tsx';
import { HighlightsPanel } from '../features/highlights/highlights-panel.tsx';
import { LeftOut } from '../features/left-out/left-out.tsx';
import { LinkPreview, type LinkPreviewHandle } from '../features/links/link-preview.tsx';
import { Linked } from '../features/links/linked.tsx';
import { useRelatedInPlace } from '../features/links/use-related.ts';
import { useLinksInPlace, useSavedLinks } from '../features/links/use-saved-links.ts';
import { NotePanel } from '../features/notes/note-panel.tsx';
import { Original } from '../features/original/original.tsx';
import { Pages } from '../features/pages/pages.tsx';
import { Reader } from '../features/reader/reader.tsx';
import { WordsBar, type WordsBarHandle } from '../features/search/words-bar.tsx';
import { AwaitedCard } from '../features/transfer/awaited-card.tsx';
import { VersionsPanel } from '../features/versions/versions-panel.tsx';
import { useArticle } from '../lib/queries.ts';
import type { ToolCommand } from '../lib/shortcuts.ts';
import { SidePanel, type SidePanelHandle } from '../ui/side-panel.tsx';
import type { PanelName, PanelState } from './use-panel.ts';

export interface ReaderTools {
  run(command: ToolCommand): void;
  /** Closes what is open over the article. @returns whether there was anything */
  leave(): boolean;
}

/** What is shown in the place of an article's text: the next article begins with its text. */
type Instead =
  | { readonly kind: 'pages' | 'left-out'; readonly uid: ArticleUid }
  | {
      readonly kind: 'original';
      readonly uid: ArticleUid;
      /** Null for the one that the article shows. */
      readonly version: SnapshotUid | null;
    };

/** Commands that change what stands in the place of the text. */
const takesPlace: ReadonlySet<ToolCommand> = new Set<ToolCommand>([
  'pages',
  'original',
  'left-out',
]);

interface ReaderPaneProps
  extends Omit<ComponentProps<typeof Reader>, 'children' | 'instead' | 'panel' | 'strips'> {
  readonly panel: PanelState;
  readonly panelRef: Ref<SidePanelHandle>;
  readonly tools: Ref<ReaderTools>;
  readonly jobs: Jobs;
  readonly clips: Clips;
  readonly onOpen: (uid: ArticleUid) => void;
  readonly onCompare: (version: SnapshotUid) => void;
  /** Puts the keys into the article. */
  readonly onFocusArticle: () => void;
}

export function ReaderPane(props: ReaderPaneProps) {
  const { panel, panelRef, tools, jobs, clips, onOpen, onCompare, onFocusArticle, ...reader } =
    props;
  const { t } = useTranslation();
  const [finds, setFinds] = useState(false);
  /** The article that is read aloud: opening another ends it. */
  const [aloudFor, setAloudFor] = useState<ArticleUid | null>(null);
  const isAloud = aloudFor === reader.uid;
  const [instead, setInstead] = useState<Instead | null>(null);
  const { data: article } = useArticle(reader.uid);
  const job = useJobOf(article?.awaitsText ? article.uid : null);
  const isPdf = article?.hasPages === true;
  const isInPlace = instead?.kind === 'left-out' || (instead?.kind === 'pages') === isPdf;
  const shown = instead?.uid === reader.uid && isInPlace ? instead : null;
  const backToText = () => {
    setInstead(null);
    onFocusArticle();
  };
  const showOriginal = (version: SnapshotUid | null) =>
    setInstead({ kind: 'original', uid: reader.uid, version });
  const aloud = useRef<AloudBarHandle>(null);
  const preview = useRef<LinkPreviewHandle>(null);
  const links = useSavedLinks(reader.uid);
  useLinksInPlace(reader.port, links, onOpen);
  useRelatedInPlace(reader.port, reader.uid, onOpen);
  const find = useRef<FindBarHandle>(null);
  const wordsBar = useRef<WordsBarHandle>(null);
  const closeFind = () => {
    setFinds(false);
    onFocusArticle();
  };
  useImperativeHandle(tools, () => ({
    run(command) {
      // All others have to do with the text.
      if (shown && !takesPlace.has(command)) backToText();
      switch (command) {
        case 'read-aloud':
          if (isAloud) aloud.current?.toggle();
          else setAloudFor(reader.uid);
          break;
        case 'pages':
        case 'original':
          if (shown) backToText();
          else if (isPdf) setInstead({ kind: 'pages', uid: reader.uid });
          else if (command === 'original') showOriginal(null);
          break;
        case 'left-out':
          if (shown?.kind === 'left-out') backToText();
          else setInstead({ kind: 'left-out', uid: reader.uid });
          break;
        case 'find-in-article':
        case 'find-next':
        case 'find-previous':
          if (command === 'find-in-article') {
            if (finds) find.current?.focus();
            else setFinds(true);
          } else {
            const by = command === 'find-next' ? 1 : -1;
            if (finds) find.current?.step(by);
            else if (!wordsBar.current?.step(by)) setFinds(true);
          }
      }
    },
    leave() {
      if (preview.current?.dismiss()) return true;
      if (finds) closeFind();
      else if (isAloud) setAloudFor(null);
      else if (shown) backToText();
      return finds || isAloud || shown !== null;
    },
  }));

  const backToArticle = () => {
    panel.giveWay();
    onFocusArticle();
  };
  const holds: Readonly<Record<PanelName, () => ReactNode>> = {
    linked: () => <Linked uid={reader.uid} onOpen={onOpen} />,
    contents: () => <Contents port={reader.port} onGone={backToArticle} />,
    highlights: () => (
      <HighlightsPanel uid={reader.uid} port={reader.port} onGone={backToArticle} />
    ),
    note: () => <NotePanel uid={reader.uid} />,
    versions: () => (
      <>
        <VersionsPanel
          uid={reader.uid}
          onCompare={onCompare}
          onOriginal={isPdf ? null : showOriginal}
        />
        <Duplicates uid={reader.uid} onOpen={onOpen} />
      </>
    ),
  };
  const awaited = (open: Article) => {
    return (
      <AwaitedCard
        article={open}
        job={job}
        onFetch={(url) => (job ? jobs.retry([job.uid]) : jobs.add([url]))}
        onFiles={(files, url) =>
          clips.start(
            readChosen(files).map((source) =>
              source.kind === 'file'
                ? { ...source, instead: { job: job?.uid ?? null, url: url as HttpUrl } }
                : source,
            ),
          )
        }
      />
    );
  };
  const inPlaceOf = (one: Instead, open: Article) => {
    const { uid, onKey, onDrag } = reader;
    const { title } = open;
    switch (one.kind) {
      case 'pages':
        return <Pages key={uid} uid={uid} title={title} onKey={onKey} onDrag={onDrag} />;
      case 'left-out':
        return (
          <LeftOut key={uid} article={open} onClose={backToText} onKey={onKey} onDrag={onDrag} />
        );
      case 'original':
        return (
          <Original
            key={`${uid} ${one.version}`}
            uid={uid}
            version={one.version}
            title={title}
            onClose={backToText}
          />
        );
    }
  };
  const insteadOf = (open: Article) =>
    open.awaitsText ? awaited(open) : shown ? inPlaceOf(shown, open) : null;
  return (
    <Reader
      {...reader}
      panel={panel.open}
      instead={article ? insteadOf(article) : null}
      strips={
        <>
          {reader.found && !finds && !shown && (
            <WordsBar
              key={reader.uid}
              ref={wordsBar}
              port={reader.port}
              words={reader.found.words}
            />
          )}
          {finds && <FindBar ref={find} port={reader.port} onClose={closeFind} />}
          {isAloud && (
            <AloudBar
              key={reader.uid}
              ref={aloud}
              port={reader.port}
              onClose={() => setAloudFor(null)}
            />
          )}
        </>
      }
    >
      {panel.open && (
        <SidePanel
          key={panel.open}
          ref={panelRef}
          title={t(`panels.${panel.open}`)}
          takesFocus={panel.isAsked}
          onClose={panel.close}
        >
          {holds[panel.open]()}
        </SidePanel>
      )}
      <LinkPreview ref={preview} port={reader.port} links={links} />
    </Reader>
  );
}
