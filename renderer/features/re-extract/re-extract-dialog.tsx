// Reading articles anew: which of those that are selected, or of the library, would gain or lose text by today's page reader, each to be
// accepted or left.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SomeOrAll } from '#contract/types/articles-or-all.ts';
import type { ReExtraction } from '#contract/types/re-extraction.ts';
import { useClient } from '../../lib/client.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './re-extract-dialog.module.css';
import { useReExtraction } from './use-re-extraction.ts';

/** More come when these are decided. */
const MAX_SHOWN = 100;

interface ReExtractDialogProps {
  /** Null for all that an earlier page reader made. */
  readonly articles: SomeOrAll | null;
  readonly onClose: () => void;
}

export function ReExtractDialog({ articles, onClose }: ReExtractDialogProps) {
  const { t } = useTranslation();
  const client = useClient();
  const run = useReExtraction(articles);
  const { found, progress, isRunning } = run;
  const { data: outdated } = useQuery({
    queryKey: queryKeys.outdated(articles),
    queryFn: ({ signal }) =>
      client['extraction.outdated']({ limit: 1, ...(articles && { among: articles }) }, signal),
  });
  const gaining = found.filter(gains).map(({ uid }) => uid);
  const count = outdated?.total ?? 0;
  const isDone = progress !== null && progress.done >= progress.total;
  return (
    <Dialog
      title={t(articles ? 'reExtract.titleSelected' : 'reExtract.title')}
      size="wide"
      onClose={onClose}
    >
      <p className={styles.hint}>{t(articles ? 'reExtract.hintSelected' : 'reExtract.hint')}</p>
      <output className={styles.state}>
        {progress === null
          ? outdated &&
            (count === 0
              ? t(articles ? 'reExtract.noneSelected' : 'reExtract.none')
              : t('reExtract.count', { count }))
          : t('reExtract.progress', { done: progress.done, count: progress.total })}
        {isDone && found.length === 0 && ` ${t('reExtract.nothing')}`}
      </output>
      {progress && !isDone && (
        <progress
          className={styles.bar}
          aria-label={t('reExtract.title')}
          value={progress.done}
          max={progress.total}
        />
      )}
      <p className={styles.tools}>
        {isRunning ? (
          <Button onPress={run.cancel}>{t('actions.cancel')}</Button>
        ) : (
          !isDone && (
            <Button
              kind="primary"
              isDisabled={count === 0 && progress === null}
              onPress={run.start}
            >
              {t(progress === null ? 'reExtract.start' : 'reExtract.goOn')}
            </Button>
          )
        )}
        {gaining.length > 1 && (
          <Button onPress={() => void run.accept(gaining)}>
            {t('reExtract.acceptGains', { count: gaining.length })}
          </Button>
        )}
      </p>
      <ul className={styles.list}>
        {found.slice(0, MAX_SHOWN).map((article) => (
          <Row
            key={article.uid}
            article={article}
            onAccept={() => void run.accept([article.uid])}
            onLeave={() => run.leave(article.uid)}
          />
        ))}
      </ul>
      {found.length > MAX_SHOWN && (
        <p className={styles.hint}>{t('reExtract.more', { count: found.length - MAX_SHOWN })}</p>
      )}
    </Dialog>
  );
}

const gains = ({ wordsBefore, wordsAfter, lostBefore, lostAfter, problem }: ReExtraction) =>
  !problem && wordsAfter >= wordsBefore && lostAfter <= lostBefore;

interface RowProps {
  readonly article: ReExtraction;
  readonly onAccept: () => void;
  readonly onLeave: () => void;
}

function Row({ article, onAccept, onLeave }: RowProps) {
  const { t } = useTranslation();
  const { wordsBefore, wordsAfter, lostBefore, lostAfter, problem } = article;
  const title = article.title || t('list.untitled');
  const by = wordsAfter - wordsBefore;
  const lost = lostAfter - lostBefore;
  const facts = [
    by > 0 && t('reExtract.gains', { count: by }),
    by < 0 && t('reExtract.loses', { count: -by }),
    by === 0 && t('reExtract.differs'),
    t('reExtract.words', { before: wordsBefore, after: wordsAfter }),
    lost > 0 && t('reExtract.lost', { count: lost }),
  ];
  return (
    <li className={styles.row}>
      <span className={styles.words}>
        <span className={styles.title} dir="auto">
          {title}
        </span>
        <span className={styles.facts}>
          {problem ? problem.message : facts.filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className={styles.buttons}>
        {!problem && (
          <Button aria-label={t('reExtract.acceptNamed', { title })} onPress={onAccept}>
            {t('reExtract.accept')}
          </Button>
        )}
        <Button kind="quiet" aria-label={t('reExtract.leaveNamed', { title })} onPress={onLeave}>
          {t('reExtract.leave')}
        </Button>
      </span>
    </li>
  );
}
