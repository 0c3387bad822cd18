// One row of home: what it is, a few articles, and the way to all of that kind.
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleSummary } from '#contract/types/article.ts';
import type { HomeRow } from '#contract/types/home.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { useLink } from '../../lib/client.ts';
import { useNow } from '../../lib/now.ts';
import { hrefTo, pathTo, type Shelf } from '../../lib/place.ts';
import { NOTHING } from '../../lib/selection.ts';
import { thumbnailUrl } from '../../lib/thumbnail.ts';
import { useArticleDrag } from '../../lib/use-article-drag.ts';
import { ArticleRow } from '../../ui/article-row.tsx';
import styles from './home-page.module.css';
import type { Row } from './use-home.ts';

interface HomeSectionProps {
  readonly row: Row;
  /** The open article. */
  readonly open: ArticleUid | null;
  readonly onOpen: (article: ArticleSummary, byKey: boolean) => void;
  readonly onReach: (article: ArticleSummary) => void;
}

const unread = (words: string): string => ['is:unread', `words:${words}`].join(' ');

/** Where all of its kind are; null where a day has only these. */
const shelves: Readonly<Record<HomeRow, Shelf | null>> = {
  continue: { kind: 'list', name: 'reading' },
  new: { kind: 'list', name: 'inbox' },
  short: { kind: 'search', text: unread('<1265') },
  long: { kind: 'search', text: unread('>3334') },
  old: null,
};

export function HomeSection({ row, open, onOpen, onReach }: HomeSectionProps) {
  const { name, articles } = row;
  const { t } = useTranslation();
  const link = useLink();
  const now = useNow();
  const drag = useArticleDrag(NOTHING, null);
  const all = shelves[name];
  const openBy = (event: MouseEvent, article: ArticleSummary) => {
    // With Ctrl a browser opens it elsewhere.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(article, event.detail === 0);
  };
  return (
    <section className={styles.row} aria-labelledby={`home-${name}`}>
      <header className={styles.head}>
        <h2 id={`home-${name}`} className={styles.title}>
          {t(`home.${name}.title`)}
        </h2>
        <p className={styles.hint}>{t(`home.${name}.hint`)}</p>
        {all && (
          <a className={styles.all} href={hrefTo(all)} aria-describedby={`home-${name}`}>
            {t('home.all')}
          </a>
        )}
      </header>
      <ul className={styles.entries}>
        {articles.map((article) => (
          <li key={article.uid}>
            <a
              data-entry={article.uid}
              className={styles.entry}
              aria-current={article.uid === open ? 'true' : undefined}
              href={`#${pathTo({ shelf: { kind: 'home' }, article: article.uid })}`}
              aria-label={article.title || t('list.untitled')}
              onClick={(event) => openBy(event, article)}
              onDragStart={(event) => drag(event, article)}
              onFocus={() => onReach(article)}
            >
              <ArticleRow
                article={article}
                density="comfortable"
                now={now}
                thumbnail={thumbnailUrl(link, article)}
              />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
