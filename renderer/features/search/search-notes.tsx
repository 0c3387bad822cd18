// What is said above the hits: what was not understood, what is still being made, what could be had instead.
import { useTranslation } from 'react-i18next';
import type { IndexState, SearchPage, Suggestion } from '#contract/types/search.ts';
import { sayChord } from '../../lib/say-keys.ts';
import { OFFER_CHORD } from '../../lib/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import styles from './search-notes.module.css';

interface SearchNotesProps {
  readonly page: SearchPage;
  /** Null where nothing of it is known, or all is done. */
  readonly indexing: IndexState | null;
  readonly suggestions: readonly Suggestion[];
  readonly onTakeSuggestion: (suggestion: Suggestion) => void;
  /** Null where the best of all matches are not ready, or are what is shown. */
  readonly onTakeBest: (() => void) | null;
}

export function SearchNotes(props: SearchNotesProps) {
  const { page, indexing, suggestions, onTakeSuggestion, onTakeBest } = props;
  const { t } = useTranslation();
  const key = (at: number) =>
    at === 0 ? <kbd className={styles.key}>{sayChord(OFFER_CHORD)}</kbd> : null;
  return (
    <div className={styles.notes} role="status">
      {page.hint && <p className={styles.note}>{page.hint}</p>}
      {page.instead && (
        <p className={styles.note}>
          {t('search.instead', {
            word: page.instead.suggestion.word,
            instead: page.instead.suggestion.instead,
          })}
        </p>
      )}
      {page.isPartial && <p className={styles.note}>{t('search.partial')}</p>}
      {indexing && <p className={styles.note}>{t('search.indexing', { ...indexing })}</p>}
      {!page.rankedAll && !page.isPartial && (
        <p className={styles.note}>
          {t('search.newestRanked')}
          {onTakeBest && (
            <Button kind="quiet" onPress={onTakeBest}>
              {t('search.showBest')}
              {key(0)}
            </Button>
          )}
        </p>
      )}
      {suggestions.length > 0 && (
        <p className={styles.note}>
          {suggestions.map((suggestion, at) => (
            <Button key={suggestion.text} kind="quiet" onPress={() => onTakeSuggestion(suggestion)}>
              {t(suggestion.kind === 'spelling' ? 'search.didYouMean' : 'search.insideWords', {
                word: suggestion.instead,
                count: suggestion.count,
              })}
              {key(at)}
            </Button>
          ))}
        </p>
      )}
    </div>
  );
}
