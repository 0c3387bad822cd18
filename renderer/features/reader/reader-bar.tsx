// The slim bar above an article: the way back, what can be done with it, how it is set, how far it was read.
import {
  AppWindow,
  Archive,
  ArchiveRestore,
  ArrowLeft,
  AudioLines,
  BookMarked,
  ChevronLeft,
  ChevronRight,
  CircleCheck,
  CircleDot,
  Copy,
  Ellipsis,
  ExternalLink,
  FileDown,
  Files,
  FolderPlus,
  Highlighter,
  History,
  Link2,
  NotebookPen,
  Printer,
  ScanText,
  Search,
  Share,
  SquarePen,
  Star,
  TableOfContents,
  Tag,
  Trash2,
  Type,
  Undo2,
} from 'lucide-react';
import type { RefObject } from 'react';
import { Toolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Article } from '#contract/types/article.ts';
import { useLink } from '../../lib/client.ts';
import { percent } from '../../lib/format.ts';
import { sayChord } from '../../lib/say-keys.ts';
import type { CommandId } from '../../lib/shortcuts.ts';
import type { Steps } from '../../lib/trail.ts';
import { IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { MenuAction, MenuButton } from '../../ui/menu.tsx';
import styles from './reader-bar.module.css';
import { useMinutesLeft } from './time-left.ts';

interface ReaderBarProps {
  /** Undefined while it is being asked for: the bar keeps its shape. */
  readonly article: Article | undefined;
  readonly fraction: number;
  /** Whether the pages of its PDF stand in the place of its text. */
  readonly showsPages: boolean;
  /** Which panel is open beside the article. */
  readonly panel: CommandId | null;
  readonly steps: Steps;
  /** The button that the type settings belong to. */
  readonly typeButton: RefObject<HTMLButtonElement | null>;
  readonly onCommand: (command: CommandId) => void;
  readonly onBack: () => void;
  readonly onOpenOriginal: () => void;
  readonly onCopyLink: () => void;
}

export function ReaderBar(props: ReaderBarProps) {
  const { article, fraction, panel, showsPages, steps, typeButton, onCommand } = props;
  const { t } = useTranslation();
  const { host } = useLink();
  const minutes = useMinutesLeft(article, fraction);
  const left = minutes === null ? '' : t('reader.left', { count: minutes });
  const trashed = article?.trashed ?? false;
  const archived = article?.archived ?? false;
  const finished = article?.readingStatus === 'finished';
  const run = (command: CommandId) => () => onCommand(command);
  return (
    <Toolbar className={cx(styles.bar)} aria-label={t('reader.bar')}>
      <IconButton
        icon={ArrowLeft}
        label={t('reader.back')}
        shortcut={sayChord('Escape')}
        onPress={props.onBack}
      />
      <span className={styles.steps}>
        <IconButton
          icon={ChevronLeft}
          label={t('reader.historyBack')}
          shortcut="["
          isDisabled={!steps.canGoBack}
          onPress={run('history-back')}
        />
        <IconButton
          icon={ChevronRight}
          label={t('reader.historyForward')}
          shortcut="]"
          isDisabled={!steps.canGoForward}
          onPress={run('history-forward')}
        />
      </span>
      {(archived || trashed) && (
        <span className={styles.note}>
          {t(trashed ? 'reader.trashedNote' : 'reader.archivedNote')}
        </span>
      )}
      {left && (
        <span className={styles.note} aria-hidden>
          {left}
        </span>
      )}
      <span className={styles.space} />
      <IconButton
        icon={Star}
        label={t(article?.starred ? 'reader.unstar' : 'reader.star')}
        shortcut="s"
        pressed={article?.starred ?? false}
        fill
        onPress={run('star')}
      />
      <IconButton icon={Tag} label={t('reader.tag')} shortcut="t" onPress={run('tag')} />
      <IconButton
        icon={archived ? ArchiveRestore : Archive}
        label={t(archived ? 'reader.unarchive' : 'reader.archive')}
        shortcut="e"
        onPress={run('archive')}
      />
      <IconButton
        icon={trashed ? Undo2 : Trash2}
        label={t(trashed ? 'reader.restore' : 'reader.trash')}
        shortcut="#"
        onPress={run('trash')}
      />
      <span className={styles.rule} aria-hidden />
      {article?.hasPages && (
        <IconButton
          icon={Files}
          label={t('reader.pages')}
          shortcut="p"
          pressed={showsPages}
          onPress={run('pages')}
        />
      )}
      <IconButton
        icon={TableOfContents}
        label={t('reader.contents')}
        shortcut="o"
        pressed={panel === 'contents'}
        onPress={run('contents')}
      />
      <IconButton
        icon={Highlighter}
        label={t('reader.highlights', { count: article?.highlightCount ?? 0 })}
        shortcut={sayChord('Shift+h')}
        pressed={panel === 'highlights'}
        count={article?.highlightCount ?? 0}
        onPress={run('highlights')}
      />
      <IconButton
        ref={typeButton}
        icon={Type}
        label={t('reader.type')}
        shortcut={sayChord('Shift+t')}
        onPress={run('type')}
      />
      <MenuButton
        label={t('reader.more')}
        button={<IconButton icon={Ellipsis} label={t('reader.more')} />}
      >
        {article?.url && (
          <MenuAction
            icon={ExternalLink}
            label={t('reader.openOriginal')}
            onAction={props.onOpenOriginal}
          />
        )}
        {article?.url && (
          <MenuAction icon={Copy} label={t('reader.copyLink')} onAction={props.onCopyLink} />
        )}
        {host === 'desktop' && (
          <MenuAction
            icon={BookMarked}
            label={t('reader.copyOwnLink')}
            shortcut={sayChord('Shift+c')}
            onAction={run('copy-own-link')}
          />
        )}
        <MenuAction
          icon={Search}
          label={t('reader.find')}
          shortcut={sayChord('Mod+Shift+f')}
          onAction={run('find-in-article')}
        />
        <MenuAction
          icon={FolderPlus}
          label={t('reader.collect')}
          shortcut="b"
          onAction={run('collect')}
        />
        <MenuAction
          icon={NotebookPen}
          label={t(article?.hasNote ? 'reader.note' : 'reader.addNote')}
          shortcut="m"
          onAction={run('note')}
        />
        <MenuAction
          icon={AudioLines}
          label={t('reader.aloud')}
          shortcut="r"
          onAction={run('read-aloud')}
        />
        <MenuAction
          icon={SquarePen}
          label={t('reader.details')}
          shortcut="F2"
          onAction={run('details')}
        />
        <MenuAction icon={Link2} label={t('reader.linked')} shortcut="l" onAction={run('linked')} />
        <MenuAction
          icon={History}
          label={t('reader.versions', { count: article?.versionCount ?? 1 })}
          shortcut={sayChord('Shift+v')}
          onAction={run('versions')}
        />
        {article && !article.hasPages && (
          <MenuAction
            icon={AppWindow}
            label={t('reader.original')}
            shortcut={sayChord('Shift+o')}
            onAction={run('original')}
          />
        )}
        {article && !article.hasPages && (
          <MenuAction
            icon={ScanText}
            label={t('reader.leftOut')}
            shortcut={sayChord('Shift+l')}
            onAction={run('left-out')}
          />
        )}
        <MenuAction
          icon={CircleDot}
          label={t('reader.markUnread')}
          shortcut="u"
          onAction={run('toggle-unread')}
        />
        <MenuAction
          icon={CircleCheck}
          label={t(finished ? 'reader.markUnfinished' : 'reader.markFinished')}
          shortcut="f"
          onAction={run('toggle-finished')}
        />
        <MenuAction
          icon={Share}
          label={t('reader.export')}
          shortcut={sayChord('Shift+e')}
          onAction={run('export')}
        />
        <MenuAction
          icon={Printer}
          label={t('reader.print')}
          shortcut={sayChord('Mod+p')}
          onAction={run('print')}
        />
        {host === 'desktop' && (
          <MenuAction
            icon={FileDown}
            label={t('reader.savePdf')}
            shortcut={sayChord('Mod+Shift+p')}
            onAction={run('save-pdf')}
          />
        )}
      </MenuButton>
      <progress
        className={styles.progress}
        aria-label={t('reader.progress')}
        aria-valuetext={
          left ? t('reader.readAndLeft', { percent: percent(fraction), left }) : percent(fraction)
        }
        value={fraction}
        max={1}
      />
    </Toolbar>
  );
}
