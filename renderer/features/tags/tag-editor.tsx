// Gives and takes the tags of one or more articles. Each change is made at once, and can be undone.
import { useQuery } from '@tanstack/react-query';
import { Plus, Tag as TagIcon, X } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Tag, TagGroup, TagList } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { SomeOrAll } from '#contract/types/articles-or-all.ts';
import { useArticleActions } from '../../lib/article-actions.ts';
import { useClient } from '../../lib/client.ts';
import { useTags } from '../../lib/queries.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { ICON_STROKE } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Dialog } from '../../ui/dialog.tsx';
import styles from '../../ui/name-editor.module.css';
import { MAX_OPTIONS, NameField, type NameOption } from '../../ui/name-field.tsx';
import { SuggestedTags } from './suggested-tags.tsx';

/** No uid. */
const MADE = 'new';

interface TagEditorProps {
  readonly articles: SomeOrAll;
  readonly count: number;
  readonly onClose: () => void;
}

export function TagEditor({ articles, count, onClose }: TagEditorProps) {
  const { t } = useTranslation();
  const actions = useArticleActions();
  const given = useGivenTags(articles);
  const [added, setAdded] = useState(0);
  const only = 'uids' in articles && articles.uids.length === 1 ? (articles.uids[0] ?? null) : null;
  return (
    <Dialog title={t('tags.title', { count })} onClose={onClose}>
      <div className={styles.editor}>
        <TagGroup
          aria-label={t('tags.current')}
          onRemove={(names) => {
            for (const name of names) void actions.removeTag(articles, String(name));
          }}
        >
          <TagList
            className={cx(styles.names)}
            items={given}
            renderEmptyState={() => <span className={styles.none}>{t('tags.none')}</span>}
          >
            {(tag) => (
              <Tag id={tag.name} className={cx(styles.name)} textValue={tag.name}>
                <span dir="auto">
                  {tag.count < count
                    ? t('tags.onSome', { tag: tag.name, count: tag.count, total: count })
                    : tag.name}
                </span>
                <AriaButton
                  slot="remove"
                  className={cx(styles.remove)}
                  aria-label={t('tags.remove', { tag: tag.name })}
                >
                  <X size={13} strokeWidth={ICON_STROKE} aria-hidden />
                </AriaButton>
              </Tag>
            )}
          </TagList>
        </TagGroup>
        {only !== null && (
          <SuggestedTags
            uid={only}
            onAdd={(name) => {
              setAdded(added + 1);
              void actions.addTag(articles, name);
            }}
          />
        )}
        <TagField
          // Begun anew after each tag: the option it came from is not there any more.
          key={added}
          taken={given.filter((tag) => tag.count === count).map((tag) => tag.name)}
          onAdd={(name) => {
            setAdded(added + 1);
            void actions.addTag(articles, name);
          }}
        />
      </div>
    </Dialog>
  );
}

interface TagFieldProps {
  readonly taken: readonly string[];
  readonly onAdd: (name: string) => void;
}

/** A field that completes the names of tags that are there, and makes new ones. */
function TagField({ taken, onAdd }: TagFieldProps) {
  const { t } = useTranslation();
  const { data: tags = [] } = useTags();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim();
  const fold = (text: string) => text.toLocaleLowerCase();
  const options: NameOption[] = tags
    .filter(({ name }) => fold(name).includes(fold(wanted)) && !taken.includes(name))
    .slice(0, MAX_OPTIONS)
    .map(({ uid, name }) => ({ id: uid, label: name, icon: TagIcon, onChoose: () => onAdd(name) }));
  if (wanted !== '' && !tags.some(({ name }) => fold(name) === fold(wanted))) {
    const label = t('tags.create', { tag: wanted });
    options.push({ id: MADE, label, icon: Plus, onChoose: () => onAdd(wanted) });
  }
  return (
    <NameField
      label={t('tags.add')}
      placeholder={t('tags.placeholder')}
      optionsLabel={t('tags.suggestions')}
      typed={typed}
      onType={setTyped}
      options={options}
    />
  );
}

/** The tags that any of the articles has. */
function useGivenTags(articles: SomeOrAll) {
  const client = useClient();
  const { data } = useQuery({
    queryKey: queryKeys.tagsAmong(articles),
    queryFn: ({ signal }) => client['tags.among'](articles, signal),
  });
  return (data ?? []).map((tag) => ({ ...tag, id: tag.name }));
}
