// What the highlights page is made of: the heading of an article, and a highlight under it.
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HighlightEntry } from '#contract/types/highlight.ts';
import { age } from '../../lib/format.ts';
import { useNow } from '../../lib/now.ts';
import { Button } from '../../ui/button.tsx';
import { ColourDot } from '../../ui/colour-buttons.tsx';
import styles from './page-entries.module.css';

interface ArticleHeadingProps {
  readonly entry: HighlightEntry;
  /** Whether no other article is shown. */
  readonly isAlone: boolean;
  readonly onOnly: () => void;
}

export function ArticleHeading({ entry, isAlone, onOnly }: ArticleHeadingProps) {
  const { t } = useTranslation();
  const { title, author, siteName } = entry.article;
  const source = [author, siteName].filter(Boolean).join(' · ');
  return (
    <div className={styles.article}>
      <div className={styles.what}>
        <h2 className={styles.articleTitle} dir="auto">
          {title || t('list.untitled')}
        </h2>
        {source && (
          <p className={styles.source} dir="auto">
            {source}
          </p>
        )}
      </div>
      {!isAlone && (
        <Button
          kind="quiet"
          aria-label={t('highlightsPage.onlyThis', { title: title || t('list.untitled') })}
          onPress={onOnly}
        >
          {t('highlightsPage.onlyThisShort')}
        </Button>
      )}
    </div>
  );
}

interface PageHighlightProps {
  readonly entry: HighlightEntry;
  readonly isSelected: boolean;
  readonly onSelect: (isSelected: boolean) => void;
  readonly onOpen: () => void;
}

/** More than fits in the lines that are shown. */
const MAX_SHOWN = 1200;

export const PageHighlight = memo(function PageHighlight(props: PageHighlightProps) {
  const { entry, isSelected, onSelect, onOpen } = props;
  const { t } = useTranslation();
  const now = useNow();
  const { quote, note, colour, createdAt, range } = entry;
  const shown = quote.slice(0, MAX_SHOWN);
  return (
    <div className={styles.entry}>
      <input
        type="checkbox"
        className={styles.check}
        aria-label={t('highlightsPage.select', { words: quote.slice(0, 80) })}
        checked={isSelected}
        onChange={(event) => onSelect(event.target.checked)}
      />
      <button type="button" className={styles.words} onClick={onOpen}>
        <span className={styles.line}>
          <ColourDot colour={colour} />
          <span className={styles.quote} dir="auto">
            {shown}
          </span>
        </span>
        {note && (
          <span className={styles.note} dir="auto">
            {note.slice(0, MAX_SHOWN)}
          </span>
        )}
        <span className={styles.facts}>
          {age(createdAt, now)}
          {!range && ` · ${t('highlightsPage.lost')}`}
        </span>
      </button>
    </div>
  );
});
