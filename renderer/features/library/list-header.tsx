// The line above a list: its name and count, sort and density; or, with several articles selected, what to do with them.
import {
  Archive,
  ArchiveRestore,
  Ellipsis,
  FileDown,
  FolderMinus,
  FolderPlus,
  ListFilter,
  RefreshCw,
  Star,
  Tag,
  Trash2,
  Undo2,
  X,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Toolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ArticleSort } from '#contract/types/article.ts';
import { sayChord } from '../../lib/say-keys.ts';
import type { Selected } from '../../lib/selection.ts';
import type { CommandId } from '../../lib/shortcuts.ts';
import type { Density } from '../../ui/article-row.tsx';
import { IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { MenuAction, MenuButton, MenuChoice } from '../../ui/menu.tsx';
import styles from './list-header.module.css';

const sorts = ['newest', 'oldest', 'title'] as const;
const sortsByHand = ['by-hand', ...sorts] as const;
const densities = ['comfortable', 'compact'] as const;

interface ListHeaderProps {
  readonly title: string;
  readonly count: ReactNode;
  readonly onExport: () => void;
  /** What else can be done with what is listed. */
  readonly action: ReactNode;
  /** Null where the order is not for choosing, as in a search. */
  readonly sort: ArticleSort | null;
  /** Whether there is an order made by hand. */
  readonly hasOrder: boolean;
  readonly onSort: (sort: ArticleSort) => void;
  readonly density: Density;
  readonly onDensity: (density: Density) => void;
}

export function ListHeader(props: ListHeaderProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.header}>
      <h1 className={styles.title} dir="auto">
        {props.title}
      </h1>
      <output className={styles.count}>{props.count}</output>
      {props.action}
      <IconButton
        icon={FileDown}
        label={t('transfer.exportShelf')}
        shortcut={sayChord('Shift+e')}
        onPress={props.onExport}
      />
      <MenuButton
        label={t('list.sort')}
        button={<IconButton icon={ListFilter} label={t('list.sort')} />}
      >
        {props.sort && (
          <MenuChoice
            label={t('list.sortBy')}
            value={props.sort}
            onChange={props.onSort}
            options={(props.hasOrder ? sortsByHand : sorts).map((value) => ({
              value,
              label: t(`list.${value}`),
            }))}
          />
        )}
        <MenuChoice
          label={t('list.density')}
          value={props.density}
          onChange={props.onDensity}
          options={densities.map((value) => ({ value, label: t(`list.${value}`) }))}
        />
      </MenuButton>
    </div>
  );
}

interface SelectionBarProps {
  /** Of the list: heard, where the count takes its place. */
  readonly title: string;
  readonly selected: Selected;
  readonly shelf: 'archived' | 'trash' | 'collection' | 'other';
  readonly onCommand: (command: CommandId) => void;
  readonly onClear: () => void;
}

export function SelectionBar({ title, selected, shelf, onCommand, onClear }: SelectionBarProps) {
  const { t } = useTranslation();
  const inTrash = shelf === 'trash';
  const inArchive = shelf === 'archived';
  return (
    <Toolbar className={cx(styles.header)} aria-label={t('list.selectionBar')}>
      <IconButton
        icon={X}
        label={t('list.clearSelection')}
        shortcut={sayChord('Escape')}
        onPress={onClear}
      />
      <h1 className={styles.hidden}>{title}</h1>
      <output className={styles.selected}>
        {t(selected.isAll ? 'list.allSelected' : 'list.selected', { count: selected.count })}
      </output>
      {!inTrash && (
        <>
          <IconButton
            icon={Star}
            label={t('reader.star')}
            shortcut="s"
            onPress={() => onCommand('star')}
          />
          <IconButton
            icon={Tag}
            label={t('reader.tag')}
            shortcut="t"
            onPress={() => onCommand('tag')}
          />
          <IconButton
            icon={FolderPlus}
            label={t('reader.collect')}
            shortcut="b"
            onPress={() => onCommand('collect')}
          />
          {shelf === 'collection' && (
            <IconButton
              icon={FolderMinus}
              label={t('reader.uncollect')}
              shortcut={sayChord('Shift+b')}
              onPress={() => onCommand('uncollect')}
            />
          )}
          <IconButton
            icon={inArchive ? ArchiveRestore : Archive}
            label={t(inArchive ? 'reader.unarchive' : 'reader.archive')}
            shortcut="e"
            onPress={() => onCommand('archive')}
          />
        </>
      )}
      {inTrash && (
        <IconButton
          icon={Trash2}
          label={t('trash.deleteSelected')}
          shortcut={sayChord('Shift+Delete')}
          onPress={() => onCommand('delete-for-good')}
        />
      )}
      <IconButton
        icon={inTrash ? Undo2 : Trash2}
        label={t(inTrash ? 'reader.restore' : 'reader.trash')}
        shortcut="#"
        onPress={() => onCommand('trash')}
      />
      {!inTrash && (
        <MenuButton
          label={t('list.moreForSelected')}
          button={<IconButton icon={Ellipsis} label={t('list.moreForSelected')} />}
        >
          <MenuAction
            icon={FileDown}
            label={t('transfer.exportSelected')}
            shortcut={sayChord('Shift+e')}
            onAction={() => onCommand('export')}
          />
          <MenuAction
            icon={RefreshCw}
            label={t('reExtract.selected')}
            shortcut={sayChord('Shift+r')}
            onAction={() => onCommand('re-extract')}
          />
        </MenuButton>
      )}
    </Toolbar>
  );
}
