// One article in a list: what it is called, whose it is, how far it was read. Draws what it is given.
import { CircleCheck, Star } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleSummary } from '#contract/types/article.ts';
import { age, isDate, percent, readingMinutes } from '../lib/format.ts';
import styles from './article-row.module.css';
import { ICON_STROKE } from './button.tsx';
import { cx } from './cx.ts';

export type Density = 'comfortable' | 'compact';

/** CSS pixels; rows of one density are all of one height, so that a list knows its length before it is loaded. */
export const rowHeights: Readonly<Record<Density, number>> = { comfortable: 132, compact: 60 };
/** The same for every row. */
export const sameHeights: Readonly<Record<Density, () => number>> = {
  comfortable: () => rowHeights.comfortable,
  compact: () => rowHeights.compact,
};
/** How much each of `passages` adds to a comfortable row. */
export const PASSAGE_HEIGHT = 44;

interface ArticleRowProps {
  readonly article: ArticleSummary;
  readonly density: Density;
  readonly now: number;
  /** False while dates are not to be written yet; ages of some days are. */
  readonly isDated?: boolean;
  /** Address of the thumbnail, where there is one that can be shown. */
  readonly thumbnail: string | null;
  /** In place of title and excerpt: the same with the words that were looked for marked. */
  readonly title?: ReactNode;
  readonly excerpt?: ReactNode;
  /** More of the text than the excerpt, in a comfortable row, each of two lines. */
  readonly passages?: readonly ReactNode[];
  /** What is known beside reading time and tags. */
  readonly fact?: ReactNode;
}

export const ArticleRow = memo(function ArticleRow(props: ArticleRowProps) {
  const { article, density, now, isDated = true, thumbnail } = props;
  const { t } = useTranslation();
  const { progress, readingStatus, tags, dir } = article;
  const source = article.author ?? article.siteName;
  const textDirection = dir ?? 'auto';
  const lang = article.lang ?? undefined;
  const finished = readingStatus === 'finished';
  const isCompact = density === 'compact';
  // Of a page that was not fetched yet, its address is all that can be said.
  const known = article.awaitsText ? article.url : null;

  const facts = (
    <p className={styles.facts}>
      {readingStatus === 'reading' && progress > 0 && (
        <span className={styles.progress}>
          <span className={styles.track} aria-hidden>
            <span className={styles.read} style={{ inlineSize: `${progress * 100}%` }} />
          </span>
          <span className={styles.hidden}>
            {t('list.progress', { percent: percent(progress) })}
          </span>
        </span>
      )}
      {finished && (
        <span className={styles.finished}>
          <CircleCheck size={13} strokeWidth={ICON_STROKE} aria-hidden />
          {t('list.finished')}
        </span>
      )}
      {article.wordCount > 0 && (
        <span className={styles.number}>
          {t('list.minutes', { count: readingMinutes(article.wordCount) })}
        </span>
      )}
      {article.awaitsText && <span>{t('list.noText')}</span>}
      {!isCompact &&
        tags.slice(0, MAX_TAGS).map((tag) => (
          <span key={tag} className={styles.tag} dir="auto">
            {tag}
          </span>
        ))}
      {!isCompact && tags.length > MAX_TAGS && <span>+{tags.length - MAX_TAGS}</span>}
      {!isCompact && props.fact !== undefined && <span className={styles.fact}>{props.fact}</span>}
    </p>
  );

  return (
    <div className={cx(styles.row, styles[density])}>
      <div className={styles.words}>
        <p className={styles.source}>
          {readingStatus === 'unread' && (
            <span className={styles.unread}>
              <span className={styles.hidden}>{t('list.unread')}</span>
            </span>
          )}
          {source && (
            <span className={styles.name} dir="auto">
              {source}
            </span>
          )}
          {(isDated || !isDate(article.savedAt, now)) && (
            <span className={styles.age}>{age(article.savedAt, now)}</span>
          )}
          {article.starred && (
            <Star
              className={cx(styles.star)}
              size={13}
              strokeWidth={ICON_STROKE}
              fill="currentColor"
              aria-label={t('list.starred')}
            />
          )}
        </p>
        <div className={styles.text} dir={textDirection} lang={lang}>
          <p className={styles.title}>{props.title ?? (article.title || t('list.untitled'))}</p>
          {!isCompact && (
            <p className={styles.excerpt}>{props.excerpt ?? (article.excerpt || known)}</p>
          )}
        </div>
        {!isCompact &&
          props.passages?.map((passage, index) => (
            // Passages have no other name than their place, and never move.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above.
            <p key={index} className={styles.passage} dir={textDirection} lang={lang}>
              {passage}
            </p>
          ))}
        {!isCompact && facts}
      </div>
      {isCompact && facts}
      {!isCompact && thumbnail && (
        <img
          className={styles.thumbnail}
          src={thumbnail}
          alt=""
          width={72}
          height={72}
          loading="lazy"
          decoding="async"
          draggable={false}
        />
      )}
    </div>
  );
});

const MAX_TAGS = 3;

/** Stands for a row that is being loaded. */
export function RowPlaceholder({ density }: { readonly density: Density }) {
  const { t } = useTranslation();
  return (
    <div className={cx(styles.row, styles[density])}>
      <span className={styles.hidden}>{t('list.loading')}</span>
      <div className={styles.words} aria-hidden>
        <span className={styles.bone} style={{ inlineSize: '30%' }} />
        <span className={styles.bone} style={{ inlineSize: '85%' }} />
        {density === 'comfortable' && (
          <span className={styles.bone} style={{ inlineSize: '60%' }} />
        )}
      </div>
    </div>
  );
}
