// The open article: its bar, and the frame it is shown in. The frame never shares a document with the window.
import {
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { publishedDay } from '#contract/published-day.ts';
import type { Article } from '#contract/types/article.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { FoundWords } from '../../frame/messages/found-words.ts';
import type { Place } from '../../frame/messages/place.ts';
import { readingMinutes } from '../../lib/format.ts';
import type { FramePortOwner } from '../../lib/frame-port.ts';
import { useOpenLink } from '../../lib/open-link.ts';
import { useArticle } from '../../lib/queries.ts';
import type { CommandId, KeyPress } from '../../lib/shortcuts.ts';
import { toastDone, toastError } from '../../lib/toasts.ts';
import type { Steps } from '../../lib/trail.ts';
import { useFrameSettings } from '../../lib/use-frame-settings.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { ErrorNotice } from '../../ui/notice.tsx';
import { frameLabels } from './frame-labels.ts';
import { MissingPictures } from './missing-pictures.tsx';
import styles from './reader.module.css';
import { ReaderBar } from './reader-bar.tsx';
import { useActiveTime } from './use-active-time.ts';
import { type FrameOpening, useArticleFrame } from './use-article-frame.ts';
import { useCover } from './use-cover.ts';
import { useLatePictures } from './use-late-pictures.ts';
import { useReading } from './use-reading.ts';
import { useScrollKeys } from './use-scroll-keys.ts';

export interface ReaderHandle {
  /** Puts the keys into the article, so that it scrolls. */
  focus(): void;
  hasFocus(): boolean;
  /** The button that the type settings belong to. */
  typeButton(): HTMLButtonElement | null;
}

interface ReaderProps {
  readonly uid: ArticleUid;
  /** The line to the frame, which other features share. */
  readonly port: FramePortOwner;
  /** Words to mark, when the article was opened from a search. */
  readonly found: FoundWords | null;
  /** What stands beside the article, and the command that puts it there. */
  readonly panel: CommandId | null;
  /** What stands in the place of its text: the pages of its PDF, or its page as it was saved. */
  readonly instead: ReactNode;
  /** Slim bars between the bar and the article. */
  readonly strips: ReactNode;
  readonly steps: Steps;
  readonly children: ReactNode;
  readonly onCommand: (command: CommandId) => void;
  readonly onBack: () => void;
  readonly onKey: (press: KeyPress) => void;
  readonly onDrag: () => void;
  readonly ref?: Ref<ReaderHandle>;
}

export function Reader(props: ReaderProps) {
  const {
    uid,
    port,
    found,
    panel,
    instead,
    strips,
    steps,
    children,
    onCommand,
    onBack,
    onKey,
    onDrag,
    ref,
  } = props;
  const { t } = useTranslation();
  const { data: article, error, refetch } = useArticle(uid);
  const reading = useReading(uid, port, useActiveTime(port));
  const openLink = useOpenLink();
  const settings = useFrameSettings(article);
  const opening = useOpening(article?.uid === uid ? article : undefined, found, reading.lastPlace);
  const typeButton = useRef<HTMLButtonElement>(null);
  const frameRef = useRef<HTMLIFrameElement>(null);
  const contentTag = article?.uid === uid ? article.contentTag : undefined;
  const frame = useArticleFrame(frameRef, port, uid, contentTag, opening, settings, {
    onPlace: reading.moved,
    onLink: openLink,
    onKey,
    onDrag,
  });

  useLatePictures(port, article?.uid === uid ? article : undefined);
  const covers = useCover(port);
  useScrollKeys(port);

  // What is hidden cannot take the focus: it is given when the article is shown.
  const wantsFocus = useRef(false);
  const { isShown } = frame;
  useEffect(() => {
    if (!isShown || !wantsFocus.current) return;
    wantsFocus.current = false;
    frameRef.current?.focus();
  }, [isShown]);
  useImperativeHandle(
    ref,
    () => ({
      focus() {
        if (isShown) frameRef.current?.focus();
        else wantsFocus.current = true;
      },
      hasFocus: () => document.activeElement === frameRef.current,
      typeButton: () => typeButton.current,
    }),
    [isShown],
  );

  const url = article?.url ?? null;
  const copyLink = () => {
    if (url === null) return;
    navigator.clipboard.writeText(url).then(
      () => toastDone({ title: t('reader.copied') }),
      (failure: unknown) => toastError(failure),
    );
  };

  return (
    <article className={styles.reader} aria-label={t('reader.label')}>
      <ReaderBar
        article={article}
        fraction={reading.fraction ?? article?.progress ?? 0}
        panel={panel}
        showsPages={instead !== null}
        steps={steps}
        typeButton={typeButton}
        onCommand={onCommand}
        onBack={onBack}
        onOpenOriginal={() => url && openLink(url)}
        onCopyLink={copyLink}
      />
      {strips}
      <ArticleNotes article={article} onDuplicates={() => onCommand('versions')} />
      {error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <div className={styles.stage}>
          <div className={styles.sheet}>
            <iframe
              ref={frameRef}
              className={cx(
                styles.frame,
                frame.isThere && instead === null && styles.there,
                covers && styles.covers,
              )}
              sandbox="allow-scripts"
              src={frame.src}
              title={t('reader.frame', { title: article?.title ?? '' })}
            />
            {instead}
          </div>
          {children}
        </div>
      )}
    </article>
  );
}

interface ArticleNotesProps {
  readonly article: Article | undefined;
  readonly onDuplicates: () => void;
}

/** What was lost when the article was clipped, and that it is there twice: said once above it. */
function ArticleNotes({ article, onDuplicates }: ArticleNotesProps) {
  const { t } = useTranslation();
  const [seesMissing, setSeesMissing] = useState(false);
  if (!article) return null;
  const { uid, warning, missingImages, duplicateCount } = article;
  return (
    <>
      {(warning || missingImages > 0 || duplicateCount > 0) && (
        <div className={styles.notes}>
          {warning && <p>{warning.message}</p>}
          {missingImages > 0 && (
            <p className={styles.withButton}>
              {t('reader.missingImages', { count: missingImages })}
              <Button kind="quiet" onPress={() => setSeesMissing(true)}>
                {t('reader.seeMissing')}
              </Button>
            </p>
          )}
          {duplicateCount > 0 && (
            <p className={styles.withButton}>
              {t('reader.duplicates', { count: duplicateCount })}
              <Button kind="quiet" onPress={onDuplicates}>
                {t('reader.seeDuplicates')}
              </Button>
            </p>
          )}
        </div>
      )}
      {seesMissing && <MissingPictures uid={uid} onClose={() => setSeesMissing(false)} />}
    </>
  );
}

/** Fixed when the article is opened: what changes later must not scroll it about. */
function useOpening(
  article: Article | undefined,
  found: FoundWords | null,
  lastPlace: (uid: ArticleUid) => Place | null,
): FrameOpening | null {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    if (!article) return null;
    const { author, siteName, publishedAt, wordCount, progress, progressAnchor } = article;
    const whose = [author, siteName];
    const when = [
      publishedAt && publishedDay(publishedAt, i18n.language),
      wordCount > 0 && t('reader.minutes', { count: readingMinutes(wordCount) }),
    ];
    return {
      byline: [whose, when].map((parts) => parts.filter(Boolean).join(' · ')).filter(Boolean),
      place: lastPlace(article.uid) ?? { fraction: progress, anchorText: progressAnchor },
      found,
      labels: frameLabels(t),
    };
  }, [article, found, lastPlace, t, i18n.language]);
}
