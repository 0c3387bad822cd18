// All tags of the library, to be put in order: renamed, joined, coloured, cleared away.

import { Combine, Eraser, Trash2 } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Tag, TagUid } from '#contract/types/tag.ts';
import { useAllTags } from '../../lib/queries.ts';
import type { TellTargets } from '../../lib/selection.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { ErrorNotice, Notice } from '../../ui/notice.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { WidePage } from '../../ui/wide-page.tsx';
import { JoinDialog } from './join-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { TagLine } from './tag-line.tsx';
import styles from './tags-page.module.css';
import { useTagActions } from './use-tag-actions.ts';

interface TagsPageProps {
  /** The button that calls the sidebar, where that does not stand beside the page. */
  readonly menu: ReactNode;
  /** No article stands in a row of this page. */
  readonly onTargets: TellTargets;
}

const ESTIMATED_HEIGHT = 45;
const NONE: ReadonlySet<TagUid> = new Set();

type OpenDialog =
  | { readonly kind: 'rename'; readonly tag: Tag }
  | { readonly kind: 'join'; readonly tags: readonly Tag[] };

export function TagsPage({ menu, onTargets }: TagsPageProps) {
  const { t } = useTranslation();
  const { data: tags, error, refetch } = useAllTags();
  const { remove, removeUnused } = useTagActions();
  const [wanted, setWanted] = useState('');
  const [chosen, setChosen] = useState(NONE);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  useEffect(() => onTargets(null, null), [onTargets]);

  // Choosing among names on screen, not a search of the library: those names are all here.
  const shown = useMemo(() => {
    const part = wanted.trim().toLocaleLowerCase();
    return (tags ?? []).filter(({ name }) => name.toLocaleLowerCase().includes(part));
  }, [tags, wanted]);
  const keyAt = useCallback((index: number) => shown[index]?.uid ?? String(index), [shown]);
  const selected = (tags ?? []).filter(({ uid }) => chosen.has(uid));
  const unused = (tags ?? []).filter(({ articleCount }) => articleCount === 0).length;

  const toggle = (uid: TagUid) => {
    const next = new Set(chosen);
    if (!next.delete(uid)) next.add(uid);
    setChosen(next);
  };
  return (
    <WidePage
      menu={menu}
      title={t('shelves.tags')}
      count={tags && t('tagsPage.count', { count: tags.length })}
      tools={
        unused > 0 && (
          <Button kind="quiet" icon={Eraser} onPress={() => void removeUnused()}>
            {t('tagsPage.removeUnused')}
          </Button>
        )
      }
      controls={
        <div className={styles.controls}>
          <SearchField
            aria-label={t('sidebar.findTag')}
            value={wanted}
            onChange={setWanted}
            className={cx(styles.find)}
          >
            <Input placeholder={t('sidebar.findTag')} spellCheck={false} />
          </SearchField>
          <output className={styles.selected}>
            {selected.length > 0 && t('list.selected', { count: selected.length })}
          </output>
          <Button
            icon={Combine}
            isDisabled={selected.length < 2}
            onPress={() => setDialog({ kind: 'join', tags: selected })}
          >
            {t('tagsPage.join')}
          </Button>
          <Button
            icon={Trash2}
            isDisabled={selected.length === 0}
            onPress={() => {
              setChosen(NONE);
              void remove(selected.map(({ uid }) => uid));
            }}
          >
            {t('tagsPage.remove')}
          </Button>
        </div>
      }
    >
      {error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : tags && tags.length === 0 ? (
        <Notice title={t('empty.tags.title')} hint={t('sidebar.noTags')} />
      ) : tags && shown.length === 0 ? (
        <Notice title={t('sidebar.noSuchTag')} hint={t('empty.tags.hint')} />
      ) : (
        <VirtualList
          label={t('shelves.tags')}
          count={shown.length}
          keyAt={keyAt}
          estimate={ESTIMATED_HEIGHT}
          renderEntry={(index) => {
            const tag = shown[index];
            return tag ? (
              <TagLine
                tag={tag}
                isChosen={chosen.has(tag.uid)}
                onToggle={() => toggle(tag.uid)}
                onRename={() => setDialog({ kind: 'rename', tag })}
              />
            ) : null;
          }}
        />
      )}
      {dialog?.kind === 'rename' && (
        <RenameDialog tag={dialog.tag} onClose={() => setDialog(null)} />
      )}
      {dialog?.kind === 'join' && (
        <JoinDialog
          tags={dialog.tags}
          onClose={() => setDialog(null)}
          onJoined={() => setChosen(NONE)}
        />
      )}
    </WidePage>
  );
}
