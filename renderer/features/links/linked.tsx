// What the open article is linked with: the articles that link to it, and those that it links to.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { LinkedArticle } from '#contract/types/link.ts';
import { useClient } from '../../lib/client.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import styles from './linked.module.css';
import { useRelated } from './use-related.ts';
import { useSavedLinks } from './use-saved-links.ts';

interface LinkedProps {
  readonly uid: ArticleUid;
  readonly onOpen: (uid: ArticleUid) => void;
}

export function Linked({ uid, onOpen }: LinkedProps) {
  const { t } = useTranslation();
  const client = useClient();
  const from = useInfiniteQuery({
    queryKey: queryKeys.linksTo(uid),
    queryFn: ({ pageParam, signal }) =>
      client['links.to']({ uid, ...(pageParam === null ? {} : { after: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const saved = useSavedLinks(uid);
  // An article may be linked to several times, and by several of its addresses.
  const to = [...new Map([...saved.values()].map((article) => [article.uid, article])).values()];
  const pages = from.data?.pages ?? [];
  const backlinks = pages.flatMap(({ links }) => links);
  const linked = new Set([...to, ...backlinks.map(({ article }) => article)].map((one) => one.uid));
  const related = useRelated(uid, true).filter(({ article }) => !linked.has(article.uid));
  return (
    <div className={styles.linked}>
      <section aria-labelledby="linked-from">
        <h3 id="linked-from" className={styles.heading}>
          {t('links.from')}
        </h3>
        {from.isSuccess && backlinks.length === 0 && (
          <p className={styles.none}>{t('links.noneFrom')}</p>
        )}
        <ul>
          {backlinks.map(({ article, text }) => (
            <Row key={article.uid} article={article} words={text} onOpen={onOpen} />
          ))}
        </ul>
        {from.hasNextPage && (
          <Button kind="quiet" onPress={() => void from.fetchNextPage()}>
            {t('links.more')}
          </Button>
        )}
      </section>
      <section aria-labelledby="linked-to">
        <h3 id="linked-to" className={styles.heading}>
          {t('links.to')}
        </h3>
        {to.length === 0 && <p className={styles.none}>{t('links.noneTo')}</p>}
        <ul>
          {to.map((article) => (
            <Row key={article.uid} article={article} words="" onOpen={onOpen} />
          ))}
        </ul>
      </section>
      {related.length > 0 && (
        <section aria-labelledby="related">
          <h3 id="related" className={styles.heading}>
            {t('links.related')}
          </h3>
          <ul>
            {related.map(({ article, words }) => (
              <Row key={article.uid} article={article} words={words.join(', ')} onOpen={onOpen} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

interface RowProps {
  readonly article: Pick<LinkedArticle, 'uid' | 'title' | 'siteName'>;
  /** Of the link, or what both articles are about. */
  readonly words: string;
  readonly onOpen: (uid: ArticleUid) => void;
}

function Row({ article, words, onOpen }: RowProps) {
  const { t } = useTranslation();
  return (
    <li>
      <button type="button" className={styles.row} onClick={() => onOpen(article.uid)}>
        <span className={styles.title} dir="auto">
          {article.title || t('list.untitled')}
        </span>
        {article.siteName && <span className={styles.facts}>{article.siteName}</span>}
        {words && (
          <span className={styles.words} dir="auto">
            {t('links.words', { words })}
          </span>
        )}
      </button>
    </li>
  );
}
