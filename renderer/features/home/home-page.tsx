// What shall I read? A few articles of each kind, in rows that say by their names why they are there.
import {
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleSummary } from '#contract/types/article.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { longDay } from '../../lib/format.ts';
import type { ListHandle } from '../../lib/list-handle.ts';
import { useNow } from '../../lib/now.ts';
import type { TellTargets } from '../../lib/selection.ts';
import { ErrorNotice, Notice } from '../../ui/notice.tsx';
import { WidePage } from '../../ui/wide-page.tsx';
import styles from './home-page.module.css';
import { HomeSection } from './home-row.tsx';
import { useHome } from './use-home.ts';

interface HomePageProps {
  /** The button that calls the sidebar, where that does not stand beside the page. */
  readonly menu: ReactNode;
  readonly open: ArticleUid | null;
  readonly onOpen: (article: ArticleSummary, byKey: boolean) => void;
  readonly onTargets: TellTargets;
  readonly ref?: Ref<ListHandle>;
}

export function HomePage({ menu, open, onOpen, onTargets, ref }: HomePageProps) {
  const { t } = useTranslation();
  const now = useNow();
  const { rows, isKnown, error, refetch } = useHome(open !== null);
  const [reached, setReached] = useState<ArticleUid | null>(null);
  const page = useRef<HTMLDivElement>(null);
  const articles = rows.flatMap((row) => row.articles);
  const current = articles.find(({ uid }) => uid === reached) ?? null;
  useLayoutEffect(() => onTargets(current, null), [onTargets, current]);

  /** Asked for before there was anything to have it. */
  const wantsFocus = useRef(false);
  useEffect(() => {
    if (!wantsFocus.current || articles.length === 0) return;
    wantsFocus.current = false;
    if (document.activeElement === document.body) {
      page.current?.querySelector<HTMLElement>('a[data-entry]')?.focus();
    }
  });
  useImperativeHandle(ref, () => {
    // Those that the width leaves out are not drawn.
    const entries = () =>
      [...(page.current?.querySelectorAll<HTMLElement>('a[data-entry]') ?? [])].filter((entry) =>
        entry.checkVisibility(),
      );
    const entryAt = (by: number): HTMLElement | undefined => {
      const all = entries();
      const focused = all.findIndex((entry) => entry.contains(document.activeElement));
      const at = focused < 0 ? all.findIndex((entry) => entry.dataset.entry === reached) : focused;
      return at < 0 ? all[0] : all[Math.min(all.length - 1, Math.max(0, at + by))];
    };
    return {
      focus() {
        const entry = entryAt(0);
        wantsFocus.current = !entry;
        entry?.focus();
      },
      hasFocus: () => page.current?.contains(document.activeElement) ?? false,
      step(by, andOpen) {
        const entry = entryAt(reached === null ? 0 : by);
        const article = articles.find(({ uid }) => uid === entry?.dataset.entry);
        if (!andOpen) entry?.focus();
        else if (article) {
          setReached(article.uid);
          onOpen(article, true);
        }
      },
      openCurrent: () => current && onOpen(current, true),
      // Nothing is selected among so few.
      toggleCurrent: () => undefined,
      selectAll: () => undefined,
      clearSelection: () => undefined,
    };
  });

  return (
    <div ref={page} className={styles.home}>
      <WidePage menu={menu} title={t('shelves.home')} count={longDay(now)}>
        {error ? (
          <ErrorNotice error={error} onRetry={() => void refetch()} />
        ) : isKnown && articles.length === 0 ? (
          <Notice title={t('empty.home.title')} hint={t('empty.home.hint')} />
        ) : (
          <div className={styles.rows}>
            {rows.map((row) => (
              <HomeSection
                key={row.name}
                row={row}
                open={open}
                onOpen={onOpen}
                onReach={({ uid }) => setReached(uid)}
              />
            ))}
          </div>
        )}
      </WidePage>
    </div>
  );
}
