// Puts articles into collections and takes them out. Each change is made at once, and can be undone.
import { X } from 'lucide-react';
import { useState } from 'react';
import { Button, Tag, TagGroup, TagList } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { SomeOrAll } from '#contract/types/articles-or-all.ts';
import type { Collection, CollectionUid } from '#contract/types/collection.ts';
import { useCollections } from '../../lib/queries.ts';
import { ICON_STROKE } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Dialog } from '../../ui/dialog.tsx';
import styles from '../../ui/name-editor.module.css';
import { CollectionField } from './collection-field.tsx';
import { pathOf } from './collection-tree.ts';
import { useCollectionActions } from './use-collection-actions.ts';
import { useHoldingCollections } from './use-holding-collections.ts';

interface CollectionEditorProps {
  readonly articles: SomeOrAll;
  /** How many those are. */
  readonly count: number;
  readonly onClose: () => void;
}

const NONE: readonly Collection[] = [];

export function CollectionEditor({ articles, count, onClose }: CollectionEditorProps) {
  const { t } = useTranslation();
  const { data: collections = NONE } = useCollections();
  const { put, take, putIntoNew } = useCollectionActions();
  const counts = useHoldingCollections(articles);
  const [added, setAdded] = useState(0);
  const holding = [...(counts ?? [])].map(([uid, held]) => {
    const path = pathOf(collections, uid);
    const label =
      held < count ? t('collections.onSome', { path, count: held, total: count }) : path;
    return { id: uid, path, label };
  });
  return (
    <Dialog title={t('collections.title', { count })} onClose={onClose}>
      <div className={styles.editor}>
        {counts && (
          <TagGroup
            aria-label={t('collections.current')}
            onRemove={(uids) => {
              for (const uid of uids) void take(uid as CollectionUid, articles);
            }}
          >
            <TagList
              className={cx(styles.names)}
              items={holding}
              renderEmptyState={() => <span className={styles.none}>{t('collections.none')}</span>}
            >
              {({ id, path, label }) => (
                <Tag id={id} className={cx(styles.name)} textValue={path}>
                  <span dir="auto">{label}</span>
                  <Button
                    slot="remove"
                    className={cx(styles.remove)}
                    aria-label={t('collections.takeOut', { path })}
                  >
                    <X size={13} strokeWidth={ICON_STROKE} aria-hidden />
                  </Button>
                </Tag>
              )}
            </TagList>
          </TagGroup>
        )}
        <CollectionField
          // Begun anew after each: the option it came from is not there any more.
          key={added}
          collections={collections}
          taken={
            new Set([...(counts ?? [])].filter(([, held]) => held === count).map(([uid]) => uid))
          }
          onPut={(uid) => {
            setAdded(added + 1);
            void put(uid, articles);
          }}
          onMake={(name) => {
            setAdded(added + 1);
            void putIntoNew(name, articles);
          }}
        />
      </div>
    </Dialog>
  );
}
