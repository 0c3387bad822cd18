// In the place of an article that has no text yet: what is known of it, and the ways to its text.
import { CloudDownload, ExternalLink, FileUp } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { LibraryError } from '#contract/errors.ts';
import type { Article } from '#contract/types/article.ts';
import type { ClipJob } from '#contract/types/job.ts';
import type { Problem } from '#contract/types/problem.ts';
import { errorText } from '../../lib/error-text.ts';
import { exactDay, timeUntil } from '../../lib/format.ts';
import { useNow } from '../../lib/now.ts';
import { useOpenLink } from '../../lib/open-link.ts';
import { useIsReadOnly } from '../../lib/queries.ts';
import { Button } from '../../ui/button.tsx';
import styles from './awaited-card.module.css';
import { siteOf } from './site-of.ts';

interface AwaitedCardProps {
  readonly article: Article;
  /** Its page, where that is being fetched, waits to be, or could not be. */
  readonly job: ClipJob | null;
  readonly onFetch: (url: string) => void;
  /** A saved page whose text is to be the article's. */
  readonly onFiles: (files: readonly File[], url: string) => void;
}

export function AwaitedCard({ article, job, onFetch, onFiles }: AwaitedCardProps) {
  const { t } = useTranslation();
  const openLink = useOpenLink();
  const isReadOnly = useIsReadOnly();
  const now = useNow();
  const { title, url, author, siteName, savedAt, excerpt, tags, dir } = article;
  // What waits to be tried again can be tried at once.
  const isUnderWay = job?.state === 'fetching' || (job?.state === 'waiting' && job.tries === 0);
  const facts = [
    author,
    siteName ?? siteOf(url),
    t('transfer.savedOn', { day: exactDay(savedAt) }),
  ];
  return (
    <div className={styles.sheet}>
      <div className={styles.card}>
        <h1 className={styles.title} dir={dir ?? 'auto'}>
          {title || url || t('list.untitled')}
        </h1>
        <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
        {excerpt && (
          <p className={styles.excerpt} dir={dir ?? 'auto'}>
            {excerpt}
          </p>
        )}
        {tags.length > 0 && (
          <ul className={styles.tags} aria-label={t('shelves.tags')}>
            {tags.map((tag) => (
              <li key={tag} className={styles.tag} dir="auto">
                {tag}
              </li>
            ))}
          </ul>
        )}
        <output className={styles.state}>{stateOf(job)}</output>
        {url && (
          <div className={styles.tools}>
            {!isReadOnly && (
              <>
                <Button
                  kind="primary"
                  icon={CloudDownload}
                  isDisabled={isUnderWay}
                  onPress={() => onFetch(url)}
                >
                  {t('transfer.fetchPage')}
                </Button>
                <FileTrigger onSelect={(files) => onFiles([...(files ?? [])], url)}>
                  <Button icon={FileUp}>{t('transfer.fromFile')}</Button>
                </FileTrigger>
              </>
            )}
            <Button kind="quiet" icon={ExternalLink} onPress={() => openLink(url)}>
              {t('reader.openOriginal')}
            </Button>
          </div>
        )}
        {url && (
          <p className={styles.url} dir="ltr">
            {url}
          </p>
        )}
      </div>
    </div>
  );

  function sentence({ code, message }: Problem): string {
    const { key, detail } = errorText(new LibraryError(code, message));
    return detail ?? t(key);
  }

  function stateOf(known: ClipJob | null): string {
    switch (known?.state) {
      case undefined:
        return t('transfer.awaited');
      case 'fetching':
        return t('transfer.fetching');
      case 'waiting':
        return known?.problem
          ? t('clip.again', { why: sentence(known.problem), when: timeUntil(known.dueAt, now) })
          : t('transfer.waiting');
      case 'failed':
        return known?.problem
          ? t('transfer.notFetched', { why: sentence(known.problem) })
          : t('transfer.awaited');
    }
  }
}
