// The library's clip jobs in the tray. Those that wait for the network may do so for a day: they take one line, until
// somebody wants to see them.
import { ChevronDown, ChevronUp, Clock3, FileUp } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { LibraryError } from '#contract/errors.ts';
import type { ClipJob } from '#contract/types/job.ts';
import { errorText } from '../../lib/error-text.ts';
import { timeUntil } from '../../lib/format.ts';
import { useNow } from '../../lib/now.ts';
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

export function JobLines({ jobs, onFiles }: JobLinesProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  // Before its first try a job is as good as begun.
  const later = jobs.jobs.filter(({ state, tries }) => state === 'waiting' && tries > 0);
  const now = jobs.jobs.filter((job) => !later.includes(job));
  const more = jobs.total - jobs.jobs.length;
  return (
    <>
      <ul className={styles.lines} aria-live="polite">
        {now.map((job) => (
          <JobLine key={job.uid} job={job} jobs={jobs} onFiles={onFiles} />
        ))}
      </ul>
      {later.length > 0 && (
        <>
          <div className={styles.line}>
            <Clock3 size={16} strokeWidth={ICON_STROKE} aria-hidden />
            <p className={styles.name}>{t('clip.later', { count: later.length })}</p>
            <IconButton
              icon={isOpen ? ChevronDown : ChevronUp}
              label={t(isOpen ? 'clip.hideLater' : 'clip.showLater')}
              pressed={isOpen}
              onPress={() => setOpen(!isOpen)}
            />
          </div>
          {isOpen && (
            <ul className={styles.lines}>
              {later.map((job) => (
                <JobLine key={job.uid} job={job} jobs={jobs} onFiles={onFiles} />
              ))}
            </ul>
          )}
        </>
      )}
      {more > 0 && <p className={styles.summary}>{t('clip.more', { count: more })}</p>}
    </>
  );
}

interface JobLineProps extends JobLinesProps {
  readonly job: ClipJob;
}

function JobLine({ job, jobs, onFiles }: JobLineProps) {
  const { t } = useTranslation();
  const now = useNow();
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
