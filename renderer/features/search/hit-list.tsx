// What a search found, best first, with the words that were looked for marked.

import type { TFunction } from 'i18next';
import {
  type ReactNode,
  type Ref,
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleSummary } from '#contract/types/article.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { SearchHit, SearchPage } from '#contract/types/search.ts';
import type { FoundWords } from '../../frame/messages/found-words.ts';
import { useLink } from '../../lib/client.ts';
import type { ListHandle } from '../../lib/list-handle.ts';
import { useNow } from '../../lib/now.ts';
import type { TellTargets } from '../../lib/selection.ts';
import { thumbnailUrl } from '../../lib/thumbnail.ts';
import { useArticleDrag } from '../../lib/use-article-drag.ts';
import { useCursor } from '../../lib/use-cursor.ts';
import {
  ArticleRow,
  type Density,
  PASSAGE_HEIGHT,
  RowPlaceholder,
  rowHeights,
} from '../../ui/article-row.tsx';
import { ErrorNotice, Notice } from '../../ui/notice.tsx';
import { RowGrid, type RowGridHandle } from '../../ui/row-grid.tsx';
import { SnippetText } from '../../ui/snippet.tsx';
import styles from './hit-list.module.css';
import { SearchNotes } from './search-notes.tsx';
import { useFirstAnswer, useSearch } from './use-search.ts';
import { useSelectedHits } from './use-selected-hits.ts';

/** How many hits are asked for: more when the end of the list is reached. */
const LIMITS = [20, 100, 200] as const;
const SKELETON_ROWS = 6;

interface HitListProps {
  readonly text: string;
  readonly density: Density;
  readonly open: ArticleUid | null;
  readonly onSearch: (text: string) => void;
  readonly onOpen: (article: ArticleSummary, byKey: boolean, found: FoundWords) => void;
  readonly onTargets: TellTargets;
  readonly ref?: Ref<ListHandle>;
}

export function HitList(props: HitListProps) {
  const { text, density, open, onSearch, onOpen, onTargets, ref } = props;
  const { t } = useTranslation();
  const link = useLink();
  const now = useNow();
  const [step, setStep] = useState({ text, at: 0 });
  const at = step.text === text ? step.at : 0;
  const { page, hits, error, isOld, suggestions, indexing, showBest, again } = useSearch(
    text,
    LIMITS[at] ?? LIMITS[0],
  );

  const count = hits?.length ?? SKELETON_ROWS;
  const keyAt = useCallback((index: number) => hits?.[index]?.article.uid, [hits]);
  const { cursor, moves, selectAll, clear } = useCursor(count, keyAt, open);
  const grid = useRef<RowGridHandle>(null);

  const current = hits?.[cursor.index]?.article;
  // What was selected of another search is nothing of this one.
  const [selectedIn, setSelectedIn] = useState(text);
  if (selectedIn !== text) {
    setSelectedIn(text);
    clear();
  }
  const selected = useSelectedHits(cursor.selected, text, page?.total ?? 0);
  const drag = useArticleDrag(cursor.selected, selected);
  // Before it can be seen: a key that follows is about what is shown as selected.
  useLayoutEffect(() => onTargets(current ?? null, selected), [onTargets, current, selected]);

  const heightOf = useCallback(
    (index: number) => {
      const more = Math.max(0, (hits?.[index]?.passages.length ?? 0) - 1);
      return rowHeights[density] + (density === 'compact' ? 0 : more * PASSAGE_HEIGHT);
    },
    [hits, density],
  );

  const takeBest =
    showBest &&
    (() => {
      // Another order: what stood under the cursor stands elsewhere.
      moves.moveTo(0, false);
      showBest();
    });

  const openAt = (index: number, byKey: boolean, passage = '0') => {
    const hit = hits?.[index];
    if (hit) onOpen(hit.article, byKey, wordsOf(hit, Number(passage)));
  };
  useImperativeHandle(ref, () => ({
    focus: () => grid.current?.focus(),
    hasFocus: () => grid.current?.hasFocus() ?? false,
    step(by, andOpen) {
      if (!hits || hits.length === 0) return;
      const index = Math.min(hits.length - 1, Math.max(0, cursor.index + by));
      moves.moveTo(index, false);
      if (andOpen) openAt(index, true);
    },
    openCurrent: () => openAt(cursor.index, true),
    toggleCurrent: () => cursor.index >= 0 && moves.toggle(cursor.index),
    selectAll,
    clearSelection: clear,
    takeOffer() {
      const [suggestion] = suggestions;
      if (suggestion) onSearch(suggestion.text);
      else takeBest?.();
    },
  }));

  const reachEnd = useCallback(
    (_: number, last: number) => {
      const more = page && page.total > page.hits.length && at < LIMITS.length - 1;
      if (more && !isOld && last >= page.hits.length - 1) setStep({ text, at: at + 1 });
    },
    [page, isOld, at, text],
  );

  if (error) return <ErrorNotice error={error} onRetry={again} />;
  return (
    <div className={styles.hits}>
      {page && (
        <SearchNotes
          page={page}
          indexing={indexing}
          suggestions={suggestions}
          onTakeSuggestion={(suggestion) => onSearch(suggestion.text)}
          onTakeBest={takeBest}
        />
      )}
      {hits?.length === 0 ? (
        <Notice title={t('empty.search.title')} hint={t('empty.search.hint')}>
          <p className={styles.help}>{t('search.help')}</p>
        </Notice>
      ) : (
        <div className={styles.rows}>
          <RowGrid
            ref={grid}
            label={t('search.results')}
            count={count}
            heightOf={heightOf}
            keyAt={keyAt}
            cursor={cursor}
            moves={moves}
            openKey={open}
            onOpen={openAt}
            onDragRow={(event, index) => drag(event, hits?.[index]?.article)}
            onShow={reachEnd}
            renderRow={(index) => {
              const hit = hits?.[index];
              return hit ? (
                <ArticleRow
                  article={hit.article}
                  density={density}
                  now={now}
                  thumbnail={thumbnailUrl(link, hit.article)}
                  title={hit.title.length > 0 ? <SnippetText snippet={hit.title} /> : undefined}
                  excerpt={passagesOf(hit)[0]}
                  passages={passagesOf(hit).slice(1)}
                  fact={factOf(hit, t)}
                />
              ) : (
                <RowPlaceholder density={density} />
              );
            }}
          />
        </div>
      )}
    </div>
  );
}

/** "12 articles", in the header of the list. */
export function HitCount({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const { data } = useFirstAnswer(text, LIMITS[0]);
  return data ? sayTotal(data, t) : null;
}

function sayTotal({ total, totalIsExact }: SearchPage, t: TFunction) {
  return totalIsExact
    ? t('search.found', { count: total })
    : t('search.foundAtLeast', { count: total });
}

/** Each can be clicked by itself: the article then opens there. */
const passagesOf = (hit: SearchHit): ReactNode[] =>
  hit.passages.map(({ parts, start, in: where }, at) => (
    <span key={`${where} ${start}`} data-part={at}>
      <SnippetText snippet={parts} />
    </span>
  ));

/** "4 more here · in your note": what its passages do not show. */
function factOf({ more, found }: SearchHit, t: TFunction): string | undefined {
  const where = found
    .filter((one) => one !== 'title' && one !== 'text')
    .map((one) => t(`search.in.${one}`));
  const facts = [more > 0 && t('search.more', { count: more }), ...where].filter(Boolean);
  return facts.length > 0 ? facts.join(' · ') : undefined;
}

/** The words as they stand in the article, so that its frame can mark them there, and where the passage is. */
function wordsOf(hit: SearchHit, passage: number): FoundWords {
  const parts = [hit.title, ...hit.passages.map((one) => one.parts)].flat();
  const words = new Set(parts.filter(({ marked }) => marked).map(({ text }) => text));
  return { words: [...words], at: hit.passages[passage]?.start ?? null };
}
