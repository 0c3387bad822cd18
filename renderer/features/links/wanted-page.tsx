// Pages that articles of the library link to and that are not saved, the most linked first.

import { ExternalLink, Plus } from 'lucide-react';
import { type ReactNode, useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { WantedPage as Wanted } from '#contract/types/link.ts';
import { useOpenLink } from '../../lib/open-link.ts';
import type { TellTargets } from '../../lib/selection.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice, Notice } from '../../ui/notice.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { WidePage } from '../../ui/wide-page.tsx';
import { useWanted } from './use-wanted.ts';
import styles from './wanted-page.module.css';

interface WantedPageProps {
  /** The button that calls the sidebar, where that does not stand beside the page. */
  readonly menu: ReactNode;
  readonly onClip: (url: string) => void;
  /** No article stands in a row of this page. */
  readonly onTargets: TellTargets;
}

const ESTIMATED_HEIGHT = 84;

export function WantedPage({ menu, onClip, onTargets }: WantedPageProps) {
  const { t } = useTranslation();
  const { pages, isKnown, error, refetch, reach } = useWanted();
  const keyAt = useCallback((index: number) => pages[index]?.url ?? String(index), [pages]);
  useEffect(() => onTargets(null, null), [onTargets]);
  return (
    <WidePage menu={menu} title={t('shelves.wanted')}>
      {error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : isKnown && pages.length === 0 ? (
        <Notice title={t('empty.wanted.title')} hint={t('empty.wanted.hint')} />
      ) : (
        <VirtualList
          label={t('shelves.wanted')}
          count={pages.length}
          keyAt={keyAt}
          estimate={ESTIMATED_HEIGHT}
          onShow={reach}
          renderEntry={(index) => {
            const wanted = pages[index];
            return wanted ? <Row wanted={wanted} onClip={onClip} /> : null;
          }}
        />
      )}
    </WidePage>
  );
}

interface RowProps {
  readonly wanted: Wanted;
  readonly onClip: (url: string) => void;
}

function Row({ wanted: { url, text, count }, onClip }: RowProps) {
  const { t } = useTranslation();
  const openLink = useOpenLink();
  const name = text.trim() || url;
  return (
    <article className={styles.row} aria-label={name}>
      <div className={styles.what}>
        <p className={styles.name} dir="auto">
          {name}
        </p>
        <p className={styles.url} dir="ltr">
          {url}
        </p>
        <p className={styles.count}>{t('links.linkedBy', { count })}</p>
      </div>
      <Button icon={Plus} onPress={() => onClip(url)}>
        {t('clip.button')}
      </Button>
      <Button kind="quiet" icon={ExternalLink} onPress={() => openLink(url)}>
        {t('actions.open')}
      </Button>
    </article>
  );
}
