// Articles whose text is nearly that of the open one: to be made one with it, or told apart. Nothing where there are none.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Duplicate } from '#contract/types/duplicate.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { useArticleActions } from '../../lib/article-actions.ts';
import { useClient } from '../../lib/client.ts';
import { exactTime } from '../../lib/format.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { focusPanelAround } from '../../ui/side-panel.tsx';
import styles from './duplicates.module.css';

interface DuplicatesProps {
  readonly uid: ArticleUid;
  readonly onOpen: (uid: ArticleUid) => void;
}

export function Duplicates({ uid, onOpen }: DuplicatesProps) {
  const { t } = useTranslation();
  const client = useClient();
  const { data: found } = useQuery({
    queryKey: queryKeys.duplicatesOf(uid),
    queryFn: ({ signal }) => client['duplicates.ofArticle']({ uid }, signal),
  });
  if (!found || found.length === 0) return null;
  return (
    <section className={styles.duplicates} aria-labelledby="duplicates">
      <h3 id="duplicates" className={styles.heading}>
        {t('duplicates.title')}
      </h3>
      <p className={styles.hint}>{t('duplicates.hint')}</p>
      <ul>
        {found.map((one) => (
          <li key={one.article.uid} className={styles.duplicate}>
            <Other uid={uid} duplicate={one} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface OtherProps extends DuplicatesProps {
  readonly duplicate: Duplicate;
}

function Other({ uid, duplicate, onOpen }: OtherProps) {
  const { t } = useTranslation();
  const { merge, tellApart } = useArticleActions();
  const { article, similarity } = duplicate;
  const title = article.title || t('list.untitled');
  const act = (work: () => Promise<boolean>) => () => {
    focusPanelAround(document.activeElement);
    void work();
  };
  return (
    <>
      <button type="button" className={styles.title} onClick={() => onOpen(article.uid)}>
        <bdi>{title}</bdi>
      </button>
      <p className={styles.facts}>
        {t('duplicates.alike', { share: Math.floor(similarity * 100) })}
        {' · '}
        <time dateTime={new Date(article.savedAt).toISOString()}>{exactTime(article.savedAt)}</time>
      </p>
      {article.url && (
        <p className={styles.facts} dir="auto">
          {article.url}
        </p>
      )}
      <p className={styles.tools}>
        <Button
          aria-label={t('duplicates.mergeNamed', { title })}
          onPress={act(() => merge(uid, [article.uid]))}
        >
          {t('duplicates.merge')}
        </Button>
        <Button
          kind="quiet"
          aria-label={t('duplicates.apartNamed', { title })}
          onPress={act(() => tellApart([uid, article.uid]))}
        >
          {t('duplicates.apart')}
        </Button>
      </p>
    </>
  );
}
