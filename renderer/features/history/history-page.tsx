// What was done in this library, step by step, the last first; each step can be gone back to.
import { Redo2, Undo2 } from 'lucide-react';
import { type ReactNode, useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { PastStep } from '#contract/types/journal.ts';
import { stepSentence, useArticleActions } from '../../lib/article-actions.ts';
import { exactTime } from '../../lib/format.ts';
import { hrefToArticle } from '../../lib/place.ts';
import type { TellTargets } from '../../lib/selection.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { ErrorNotice, Notice } from '../../ui/notice.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { WidePage } from '../../ui/wide-page.tsx';
import styles from './history-page.module.css';
import { useHistory } from './use-history.ts';

interface HistoryPageProps {
  /** The button that calls the sidebar, where that does not stand beside the page. */
  readonly menu: ReactNode;
  /** No article stands in a row of this page. */
  readonly onTargets: TellTargets;
}

const ESTIMATED_HEIGHT = 68;

export function HistoryPage({ menu, onTargets }: HistoryPageProps) {
  const { t } = useTranslation();
  const { steps, isKnown, error, refetch, reach } = useHistory();
  const { goToStep } = useArticleActions();
  const keyAt = useCallback((index: number) => steps[index]?.uid ?? String(index), [steps]);
  useEffect(() => onTargets(null, null), [onTargets]);
  return (
    <WidePage menu={menu} title={t('shelves.history')} count={t('history.hint')}>
      {error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : isKnown && steps.length === 0 ? (
        <Notice title={t('empty.history.title')} hint={t('empty.history.hint')} />
      ) : (
        <VirtualList
          label={t('shelves.history')}
          count={steps.length}
          keyAt={keyAt}
          estimate={ESTIMATED_HEIGHT}
          onShow={reach}
          renderEntry={(index) => {
            const step = steps[index];
            return step ? <Row step={step} onGo={() => void goToStep(step)} /> : null;
          }}
        />
      )}
    </WidePage>
  );
}

function Row({ step, onGo }: { readonly step: PastStep; readonly onGo: () => void }) {
  const { t } = useTranslation();
  const { at, articles, count, isUndone } = step;
  const sentence = stepSentence(step);
  const more = articles.length > 1 ? count - articles.length : 0;
  const way = t(isUndone ? 'history.redoTo' : 'history.undoTo');
  return (
    <article className={cx(styles.row, isUndone && styles.undone)} aria-label={sentence}>
      <div className={styles.what}>
        <p className={styles.sentence} dir="auto">
          {sentence}
          {isUndone && <span className={styles.mark}>{t('history.undone')}</span>}
        </p>
        {articles.length > 0 && (
          <p className={styles.articles}>
            {articles.map(({ uid, title }) => (
              <a key={uid} className={styles.article} href={hrefToArticle(uid)} dir="auto">
                {title || t('list.untitled')}
              </a>
            ))}
            {more > 0 && <span>{t('history.more', { count: more })}</span>}
          </p>
        )}
      </div>
      <time className={styles.time} dateTime={new Date(at).toISOString()}>
        {exactTime(at)}
      </time>
      <Button
        kind="quiet"
        icon={isUndone ? Redo2 : Undo2}
        aria-label={t('history.named', { way, what: sentence })}
        onPress={onGo}
      >
        {way}
      </Button>
    </article>
  );
}
