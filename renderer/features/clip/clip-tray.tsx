// How clips are getting on: those at work can be stopped, those that failed say why, those that wait say until when.
import { FileCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LibraryError } from '#contract/errors.ts';
import { errorText } from '../../lib/error-text.ts';
import { IconButton } from '../../ui/button.tsx';
import { AtWork, Failed } from './clip-line.tsx';
import styles from './clip-tray.module.css';
import { JobLines } from './job-lines.tsx';
import type { Clips, OwnClip } from './use-clips.ts';
import type { Jobs } from './use-jobs.ts';

/** More lines than this would cover the list. */
const MAX_LINES = 6;

export function ClipTray({ clips, jobs }: { readonly clips: Clips; readonly jobs: Jobs }) {
  const { t } = useTranslation();
  const open = clips.jobs.filter((job) => job.state.kind !== 'done');
  if (open.length === 0 && jobs.total === 0) return null;
  const ended = clips.jobs.length - open.length;
  return (
    <section className={styles.tray} aria-label={t('clip.progress')}>
      {clips.jobs.length > 1 && open.length > 0 && (
        <p className={styles.summary}>
          {t('clip.summary', { done: ended, count: clips.jobs.length })}
        </p>
      )}
      <ul aria-live="polite">
        {open.slice(0, MAX_LINES).map((job) => (
          <OwnLine key={job.id} job={job} clips={clips} />
        ))}
      </ul>
      <JobLines jobs={jobs} onFiles={clips.start} />
    </section>
  );
}

function OwnLine({ job, clips }: { readonly job: OwnClip; readonly clips: Clips }) {
  const { t } = useTranslation();
  const { id, name, state } = job;
  switch (state.kind) {
    case 'waiting':
    case 'running':
      return (
        <AtWork
          isRunning={state.kind === 'running'}
          words={t(state.kind === 'running' ? 'clip.clipping' : 'clip.waiting', { name })}
          cancelLabel={t('clip.cancelNamed', { name })}
          onCancel={() => clips.cancel(id)}
        />
      );
    case 'failed': {
      const { code, message } = state.problem;
      const { action } = errorText(new LibraryError(code, message));
      return (
        <Failed
          name={name}
          problem={state.problem}
          {...(action === 'retry' ? { onRetry: () => clips.retry(id) } : {})}
          dismissLabel={t('clip.dismiss')}
          onDismiss={() => clips.dismiss(id)}
        >
          {state.isStandIn && (
            <IconButton
              icon={FileCheck}
              label={t('clip.keepAnyway')}
              onPress={() => clips.keepAnyway(id)}
            />
          )}
        </Failed>
      );
    }
    case 'done':
      return null;
  }
}
