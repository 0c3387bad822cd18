// The places of the library: lists with their counts, tags with theirs.
import {
  Archive,
  ArrowDownUp,
  BookOpen,
  CircleCheck,
  HardDrive,
  Highlighter,
  History,
  House,
  Inbox,
  Keyboard,
  Library,
  Link2,
  type LucideIcon,
  Plus,
  Settings,
  Star,
  Tag as TagIcon,
  Trash2,
} from 'lucide-react';
import { Fragment, type ReactNode, useDeferredValue, useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ListName } from '#contract/types/article.ts';
import { useAfterPaint } from '../../lib/after-paint.ts';
import { hrefTo, type Shelf, shelfNames, useNavigation } from '../../lib/place.ts';
import { useCounts, useTags } from '../../lib/queries.ts';
import { sayChord } from '../../lib/say-keys.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { PlaceLink } from '../../ui/place-link.tsx';
import styles from './sidebar.module.css';

const icons: Readonly<Record<ListName, LucideIcon>> = {
  inbox: Inbox,
  reading: BookOpen,
  finished: CircleCheck,
  starred: Star,
  archived: Archive,
  all: Library,
  trash: Trash2,
};

/** With more tags than this they can be searched. */
const MANY_TAGS = 12;

interface SidebarProps {
  readonly shelf: Shelf;
  /** After a place was chosen, so that a drawer can close. */
  readonly onChoose?: (() => void) | undefined;
  readonly onClip: () => void;
  readonly onShortcuts: () => void;
  /** Between the lists and the tags. */
  readonly between: ReactNode;
  /** What else stands in the last line. */
  readonly children?: ReactNode;
}

export function Sidebar({ shelf, onChoose, onClip, onShortcuts, between, children }: SidebarProps) {
  const { t } = useTranslation();
  const counts = useCounts();
  const { go } = useNavigation();
  return (
    <div className={styles.sidebar}>
      <header className={styles.head}>
        <span className={styles.brand}>{t('app.name')}</span>
        <Button icon={Plus} onPress={onClip}>
          {t('clip.button')}
        </Button>
      </header>
      <nav className={styles.places} aria-label={t('sidebar.label')}>
        <ul aria-label={t('sidebar.lists')}>
          <li>
            <PlaceLink
              icon={House}
              label={t('shelves.home')}
              count={undefined}
              shelf={{ kind: 'home' }}
              isHere={shelf.kind === 'home'}
              onChoose={onChoose}
            />
          </li>
          {shelfNames.map((name) => (
            <Fragment key={name}>
              {name === 'trash' && (
                <>
                  <li>
                    <PlaceLink
                      icon={Highlighter}
                      label={t('shelves.highlights')}
                      count={undefined}
                      shelf={{ kind: 'highlights' }}
                      isHere={shelf.kind === 'highlights'}
                      onChoose={onChoose}
                    />
                  </li>
                  <li>
                    <PlaceLink
                      icon={Link2}
                      label={t('shelves.wanted')}
                      count={undefined}
                      shelf={{ kind: 'wanted' }}
                      isHere={shelf.kind === 'wanted'}
                      onChoose={onChoose}
                    />
                  </li>
                </>
              )}
              <li>
                <PlaceLink
                  icon={icons[name]}
                  label={t(`shelves.${name}`)}
                  count={counts.data?.[name]}
                  shelf={{ kind: 'list', name }}
                  isHere={shelf.kind === 'list' && shelf.name === name}
                  onChoose={onChoose}
                />
              </li>
            </Fragment>
          ))}
        </ul>
        {between}
        <Tags shelf={shelf} onChoose={onChoose} />
      </nav>
      <div className={styles.foot}>
        <IconButton
          icon={Settings}
          label={t('shelves.settings')}
          shortcut={sayChord('Mod+,')}
          onPress={() => {
            go({ shelf: { kind: 'settings' }, article: null });
            onChoose?.();
          }}
        />
        <IconButton
          icon={Keyboard}
          label={t('sidebar.shortcuts')}
          shortcut="?"
          onPress={onShortcuts}
        />
        <IconButton
          icon={HardDrive}
          label={t('shelves.storage')}
          onPress={() => {
            go({ shelf: { kind: 'storage' }, article: null });
            onChoose?.();
          }}
        />
        <IconButton
          icon={ArrowDownUp}
          label={t('shelves.import')}
          shortcut={sayChord('Shift+i')}
          onPress={() => {
            go({ shelf: { kind: 'import' }, article: null });
            onChoose?.();
          }}
        />
        <IconButton
          icon={History}
          label={t('shelves.history')}
          shortcut={sayChord('Shift+z')}
          onPress={() => {
            go({ shelf: { kind: 'history' }, article: null });
            onChoose?.();
          }}
        />
        <span className={styles.space} />
        {children}
      </div>
    </div>
  );
}

function Tags({ shelf, onChoose }: Pick<SidebarProps, 'shelf' | 'onChoose'>) {
  const { t } = useTranslation();
  const { data } = useTags();
  // There may be a thousand of them: what stands beside them is drawn first.
  const isTurn = useAfterPaint(data !== undefined);
  const tags = useDeferredValue(isTurn ? data : undefined, undefined);
  const [wanted, setWanted] = useState('');
  if (!tags) return null;
  // Choosing among names on screen, not a search of the library: those names are all here.
  const shown = tags.filter((tag) =>
    tag.name.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()),
  );
  return (
    <section className={styles.tags} aria-labelledby="sidebar-tags">
      <h2 id="sidebar-tags" className={styles.heading}>
        {t('sidebar.tags')}
        <a
          className={styles.order}
          href={hrefTo({ kind: 'tags' })}
          aria-current={shelf.kind === 'tags' ? 'page' : undefined}
          onClick={onChoose}
        >
          {t('sidebar.orderTags')}
        </a>
      </h2>
      {tags.length === 0 && <p className={styles.hint}>{t('sidebar.noTags')}</p>}
      {tags.length > MANY_TAGS && (
        <SearchField
          aria-label={t('sidebar.findTag')}
          value={wanted}
          onChange={setWanted}
          className={cx(styles.find)}
        >
          <Input placeholder={t('sidebar.findTag')} />
        </SearchField>
      )}
      {tags.length > 0 && shown.length === 0 && (
        <p className={styles.hint}>{t('sidebar.noSuchTag')}</p>
      )}
      <ul>
        {shown.map((tag) => (
          <li key={tag.uid}>
            <PlaceLink
              icon={TagIcon}
              colour={tag.colour}
              label={tag.name}
              count={tag.articleCount}
              shelf={{ kind: 'tag', name: tag.name }}
              isHere={shelf.kind === 'tag' && shelf.name === tag.name}
              onChoose={onChoose}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
