// One field that leads everywhere: commands, lists, tags, articles.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  ArrowDownUp,
  CornerDownLeft,
  FileText,
  Folder,
  HardDrive,
  Highlighter,
  History,
  House,
  Info,
  Library,
  Link2,
  type LucideIcon,
  Network,
  Search,
  Tag as TagIcon,
} from 'lucide-react';
import { useDeferredValue, useRef, useState } from 'react';
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ArticleUid } from '#contract/types/ids.ts';
import { stepSentence } from '../lib/article-actions.ts';
import { asTyped } from '../lib/as-typed.ts';
import { useClient, useLink } from '../lib/client.ts';
import { type Shelf, shelfNames } from '../lib/place.ts';
import { useCollections, useJournal, useTags } from '../lib/queries.ts';
import { queryKeys } from '../lib/query-keys.ts';
import { sayChord } from '../lib/say-keys.ts';
import { type CommandId, shortcutsOn } from '../lib/shortcuts.ts';
import { useFocusAtStart } from '../lib/use-focus-at-start.ts';
import { ICON_STROKE } from '../ui/button.tsx';
import { ComboInput } from '../ui/combo-input.tsx';
import { cx } from '../ui/cx.ts';
import overlay from '../ui/overlay.module.css';
import styles from './palette.module.css';

interface PaletteProps {
  readonly onRun: (command: CommandId) => void;
  readonly onGo: (shelf: Shelf) => void;
  readonly onOpen: (uid: ArticleUid) => void;
  readonly onClose: () => void;
}

interface Entry {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly keys?: string;
  run(): void;
}

interface Section {
  readonly id: 'go' | 'commands' | 'collections' | 'tags' | 'articles';
  readonly entries: readonly Entry[];
}

/** Of tags, and of collections. */
const MAX_NAMES = 8;
const MAX_ARTICLES = 6;
/** Commands that mean nothing once the palette has the focus. */
const hidden = new Set<CommandId>(['palette', 'next', 'previous', 'open', 'select', 'back']);

export function Palette({ onRun, onGo, onOpen, onClose }: PaletteProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  useFocusAtStart(field);
  const [typed, setTyped] = useState('');
  const sections = useSections(typed.trim(), { onRun, onGo, onOpen });
  const entries = new Map(
    sections.flatMap((section) => section.entries.map((entry) => [entry.id, entry] as const)),
  );
  return (
    <ModalOverlay
      className={cx(styles.overlay)}
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={cx(styles.modal)}>
        <Dialog aria-label={t('palette.label')} className={cx(styles.dialog)}>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <TextField aria-label={t('palette.label')} className={cx(styles.field)}>
              <Search size={18} strokeWidth={ICON_STROKE} aria-hidden />
              <ComboInput
                ref={field}
                hasOptions={sections.length > 0}
                placeholder={t('palette.placeholder')}
                spellCheck={false}
              />
            </TextField>
            <ListBox
              aria-label={t('palette.label')}
              className={cx(overlay.menu, styles.menu)}
              items={sections}
              renderEmptyState={() => <p className={styles.nothing}>{t('palette.nothing')}</p>}
              onAction={(id) => {
                onClose();
                // After the dialog has given the focus back, so that a command may take it.
                setTimeout(() => entries.get(String(id))?.run());
              }}
            >
              {(section: Section) => (
                <ListBoxSection id={section.id} className={cx(overlay.section)}>
                  <Header className={overlay.heading}>{t(`palette.${section.id}`)}</Header>
                  <Collection items={section.entries}>
                    {({ id, label, icon: Icon, keys }) => (
                      <ListBoxItem id={id} textValue={label} className={cx(overlay.item)}>
                        <Icon size={16} strokeWidth={ICON_STROKE} aria-hidden />
                        <span className={overlay.label} dir="auto">
                          {label}
                        </span>
                        {keys && <kbd className={overlay.keys}>{keys}</kbd>}
                      </ListBoxItem>
                    )}
                  </Collection>
                </ListBoxSection>
              )}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What matches what was typed. Names on screen are compared here; articles are the library's to find. */
function useSections(typed: string, act: Omit<PaletteProps, 'onClose'>): Section[] {
  const { t } = useTranslation();
  const client = useClient();
  const { host } = useLink();
  const { data: tags = [] } = useTags();
  const { data: collections = [] } = useCollections();
  const { data: journal } = useJournal();
  const text = useDeferredValue(typed);
  const { data: found } = useQuery({
    queryKey: queryKeys.hits(text, MAX_ARTICLES),
    queryFn: ({ signal }) =>
      client['search.run']({ text: asTyped(text), limit: MAX_ARTICLES }, signal),
    enabled: text !== '',
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });

  const wanted = typed.toLocaleLowerCase();
  const matches = (label: string) => label.toLocaleLowerCase().includes(wanted);
  const go = shelfNames.map((name): Entry => {
    const run = () => act.onGo({ kind: 'list', name });
    return { id: `list:${name}`, label: t(`shelves.${name}`), icon: Library, run };
  });
  go.unshift({
    id: 'home',
    label: t('shelves.home'),
    icon: House,
    run: () => act.onGo({ kind: 'home' }),
  });
  go.push({
    id: 'highlights',
    label: t('shelves.highlights'),
    icon: Highlighter,
    run: () => act.onGo({ kind: 'highlights' }),
  });
  go.push({
    id: 'wanted',
    label: t('shelves.wanted'),
    icon: Link2,
    run: () => act.onGo({ kind: 'wanted' }),
  });
  go.push({
    id: 'tags',
    label: t('shelves.tags'),
    icon: TagIcon,
    run: () => act.onGo({ kind: 'tags' }),
  });
  go.push({
    id: 'history',
    label: t('shelves.history'),
    icon: History,
    run: () => act.onGo({ kind: 'history' }),
  });
  go.push({
    id: 'storage',
    label: t('shelves.storage'),
    icon: HardDrive,
    run: () => act.onGo({ kind: 'storage' }),
  });
  go.push({
    id: 'network',
    label: t('shelves.network'),
    icon: Network,
    run: () => act.onGo({ kind: 'network' }),
  });
  go.push({
    id: 'import',
    label: t('shelves.import'),
    icon: ArrowDownUp,
    run: () => act.onGo({ kind: 'import' }),
  });
  go.push({
    id: 'about',
    label: t('shelves.about'),
    icon: Info,
    run: () => act.onGo({ kind: 'about' }),
  });
  // Undo says what it would undo.
  const labelOf = (command: CommandId) => {
    const step = command === 'undo' || command === 'redo' ? journal?.[command] : null;
    const label = t(`commands.${command}`);
    return step ? t('palette.undoes', { label, what: stepSentence(step) }) : label;
  };
  const commands = shortcutsOn(host)
    .filter((shortcut) => !hidden.has(shortcut.command))
    .map(({ command, chords }): Entry => {
      const [chord = ''] = chords;
      return {
        id: `command:${command}`,
        label: labelOf(command),
        icon: CornerDownLeft,
        keys: sayChord(chord),
        run: () => act.onRun(command),
      };
    });
  const tagEntries = tags.map(({ name }): Entry => {
    const run = () => act.onGo({ kind: 'tag', name });
    return { id: `tag:${name}`, label: name, icon: TagIcon, run };
  });
  const collectionEntries = collections.map(({ uid, name }): Entry => {
    const run = () => act.onGo({ kind: 'collection', uid });
    return { id: `collection:${uid}`, label: name, icon: Folder, run };
  });
  const articles = (typed === '' ? [] : (found?.hits ?? [])).map(({ article }): Entry => {
    const label = article.title || t('list.untitled');
    return {
      id: `article:${article.uid}`,
      label,
      icon: FileText,
      run: () => act.onOpen(article.uid),
    };
  });
  const searchFor: Entry = {
    id: 'search',
    label: t('palette.searchFor', { text: typed }),
    icon: Search,
    run: () => act.onGo({ kind: 'search', text: typed }),
  };

  const sections: Section[] = [
    { id: 'articles', entries: typed === '' ? [] : [...articles, searchFor] },
    { id: 'go', entries: go.filter((entry) => matches(entry.label)) },
    { id: 'commands', entries: commands.filter((entry) => matches(entry.label)) },
    {
      id: 'collections',
      entries: collectionEntries.filter((entry) => matches(entry.label)).slice(0, MAX_NAMES),
    },
    {
      id: 'tags',
      entries: tagEntries.filter((entry) => matches(entry.label)).slice(0, MAX_NAMES),
    },
  ];
  // What was typed is more often a command or a place than words of an article.
  const order: Section['id'][] = ['go', 'commands', 'collections', 'tags', 'articles'];
  return order
    .map((id) => sections.find((section) => section.id === id))
    .filter((section) => section !== undefined)
    .filter((section) => section.entries.length > 0);
}
