// How the clips of this window are getting on: those at work can be stopped, those that failed say why.
import { CircleAlert, Clock3, LoaderCircle, RotateCcw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LibraryError } from '#contract/errors.ts';
import { errorText } from '../../lib/error-text.ts';
import { ICON_STROKE, IconButton } from '../../ui/button.tsx';
import styles from './clip-tray.module.css';
import type { ClipJob, Clips } from './use-clips.ts';

/** More lines than this would cover the list. */
const MAX_LINES = 6;

export function ClipTray({ clips }: { readonly clips: Clips }) {
  const { t } = useTranslation();
  const open = clips.jobs.filter((job) => job.state.kind !== 'done');
  if (open.length === 0) return null;
  const ended = clips.jobs.length - open.length;
  return (
    <section className={styles.tray} aria-label={t('clip.progress')}>
      {clips.jobs.length > 1 && (
        <p className={styles.summary}>
          {t('clip.summary', { done: ended, count: clips.jobs.length })}
        </p>
      )}
      <ul aria-live="polite">
        {open.slice(0, MAX_LINES).map((job) => (
          <ClipLine key={job.id} job={job} clips={clips} />
        ))}
      </ul>
    </section>
  );
}

function ClipLine({ job, clips }: { readonly job: ClipJob; readonly clips: Clips }) {
  const { t } = useTranslation();
  const { id, name, state } = job;
  switch (state.kind) {
    case 'waiting':
    case 'running': {
      const running = state.kind === 'running';
      const Icon = running ? LoaderCircle : Clock3;
      return (
        <li className={styles.line}>
          <Icon
            size={16}
            strokeWidth={ICON_STROKE}
            className={running ? (styles.turning ?? '') : ''}
            aria-hidden
          />
          <p className={styles.name}>
            {running ? t('clip.clipping', { name }) : t('clip.waiting', { name })}
          </p>
          <IconButton
            icon={X}
            label={t('clip.cancelNamed', { name })}
            onPress={() => clips.cancel(id)}
          />
        </li>
      );
    }
    case 'failed': {
      const { problem } = state;
      const { key, detail, action } = errorText(new LibraryError(problem.code, problem.message));
      return (
        <li className={styles.line}>
          <CircleAlert
            size={16}
            strokeWidth={ICON_STROKE}
            className={styles.failed ?? ''}
            aria-hidden
          />
          <div className={styles.what}>
            <p className={styles.name}>{t('clip.failed', { name })}</p>
            <p className={styles.detail}>{detail ?? t(key)}</p>
            <p className={styles.detail}>{t('clip.kept')}</p>
          </div>
          {action === 'retry' && (
            <IconButton
              icon={RotateCcw}
              label={t('actions.retry')}
              onPress={() => clips.retry(id)}
            />
          )}
          <IconButton icon={X} label={t('clip.dismiss')} onPress={() => clips.dismiss(id)} />
        </li>
      );
    }
    case 'done':
      return null;
  }
}
