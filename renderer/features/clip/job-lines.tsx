// The library's clip jobs in the tray. Those that wait for the network may do so for a day, and many fail together: they
// take one line, until somebody wants to see them.
import {
  ChevronDown,
  ChevronUp,
  CircleAlert,
  Clock3,
  FileUp,
  type LucideIcon,
  PanelsTopLeft,
} from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { LibraryError } from '#contract/errors.ts';
import type { ClipJob } from '#contract/types/job.ts';
import { errorText } from '../../lib/error-text.ts';
import { timeUntil } from '../../lib/format.ts';
import { useNow } from '../../lib/now.ts';
import { useCapture } from '../../lib/use-capture.ts';
import { ICON_STROKE, IconButton } from '../../ui/button.tsx';
import { AtWork, Failed } from './clip-line.tsx';
import type { ClipSource } from './clip-source.ts';
import styles from './clip-tray.module.css';
import { readChosen } from './dropped.ts';
import type { Jobs } from './use-jobs.ts';

interface JobLinesProps {
  readonly jobs: Jobs;
  readonly onFiles: (sources: readonly ClipSource[]) => void;
}

/** After an import there may be thousands: no more lines than can be taken in. */
const MAX_AT_WORK = 4;
const MAX_FAILED = 3;

export function JobLines({ jobs, onFiles }: JobLinesProps) {
  const { t } = useTranslation();
  const failed = jobs.jobs.filter(({ state }) => state === 'failed');
  // Before its first try a job is as good as begun.
  const later = jobs.jobs.filter(({ state, tries }) => state === 'waiting' && tries > 0);
  const begun = jobs.jobs.filter((job) => !later.includes(job) && !failed.includes(job));
  const isMany = failed.length > MAX_FAILED;
  const now = [...begun.slice(0, MAX_AT_WORK), ...(isMany ? [] : failed)];
  const more = jobs.total - jobs.jobs.length + Math.max(0, begun.length - MAX_AT_WORK);
  const lines = (some: readonly ClipJob[]) =>
    some.map((job) => <JobLine key={job.uid} job={job} jobs={jobs} onFiles={onFiles} />);
  return (
    <>
      <ul className={styles.lines} aria-live="polite">
        {lines(now)}
      </ul>
      {more > 0 && <p className={styles.summary}>{t('clip.more', { count: more })}</p>}
      {isMany && (
        <Folded
          icon={CircleAlert}
          words={t('clip.failedMany', { count: failed.length })}
          show={t('clip.showFailed')}
          hide={t('clip.hideFailed')}
        >
          {lines(failed)}
        </Folded>
      )}
      {later.length > 0 && (
        <Folded
          icon={Clock3}
          words={t('clip.later', { count: later.length })}
          show={t('clip.showLater')}
          hide={t('clip.hideLater')}
        >
          {lines(later)}
        </Folded>
      )}
    </>
  );
}

interface FoldedProps {
  readonly icon: LucideIcon;
  readonly words: string;
  /** What the button says, in either state. */
  readonly show: string;
  readonly hide: string;
  readonly children: ReactNode;
}

/** One line for many, until somebody wants to see them. */
function Folded({ icon: Icon, words, show, hide, children }: FoldedProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div className={styles.line}>
        <Icon size={16} strokeWidth={ICON_STROKE} aria-hidden />
        <p className={styles.name}>{words}</p>
        <IconButton
          icon={isOpen ? ChevronDown : ChevronUp}
          label={isOpen ? hide : show}
          pressed={isOpen}
          onPress={() => setOpen(!isOpen)}
        />
      </div>
      {isOpen && <ul className={styles.lines}>{children}</ul>}
    </>
  );
}

interface JobLineProps extends JobLinesProps {
  readonly job: ClipJob;
}

function JobLine({ job, jobs, onFiles }: JobLineProps) {
  const { t } = useTranslation();
  const now = useNow();
  const capture = useCapture();
  const { uid, url, state, problem, dueAt } = job;
  if (state === 'failed' && problem) {
    return (
      <Failed
        name={url}
        problem={problem}
        onRetry={() => jobs.retry([uid])}
        dismissLabel={t('clip.dropNamed', { name: url })}
        onDismiss={() => jobs.drop([uid])}
      >
        {capture && (
          <IconButton icon={PanelsTopLeft} label={t('capture.open')} onPress={() => capture(url)} />
        )}
        <FileTrigger
          onSelect={(files) => {
            const [source] = readChosen([...(files ?? [])]);
            if (source?.kind === 'file') onFiles([{ ...source, instead: { job: uid, url } }]);
          }}
        >
          <IconButton icon={FileUp} label={t('clip.fromFileInstead')} />
        </FileTrigger>
      </Failed>
    );
  }
  const isRunning = state === 'fetching';
  const why = problem && errorText(new LibraryError(problem.code, problem.message));
  return (
    <AtWork
      isRunning={isRunning}
      words={isRunning ? t('clip.clipping', { name: url }) : url}
      {...(isRunning || !why
        ? {}
        : {
            detail: t('clip.again', {
              why: why.detail ?? t(why.key),
              when: timeUntil(dueAt, now),
            }),
          })}
      cancelLabel={t('clip.dropNamed', { name: url })}
      onCancel={() => jobs.drop([uid])}
    />
  );
}
