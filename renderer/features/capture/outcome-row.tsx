// What came of a clip, what the page wanted to hand over, and what it was refused.
import { Check, CircleAlert, FileDown, LoaderCircle, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CaptureState } from '#contract/capture.ts';
import type { ClipResult } from '#contract/types/clip.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { errorText } from '../../lib/error-text.ts';
import { Button, ICON_STROKE } from '../../ui/button.tsx';
import { BarButton } from './bar-button.tsx';
import styles from './capture-bar.module.css';
import { type CaptureClip, isStandIn } from './use-capture-clip.ts';

interface OutcomeRowProps {
  readonly clip: CaptureClip;
  readonly file: CaptureState['file'];
  readonly problem: { readonly error: unknown } | null;
  readonly onDismiss: () => void;
  readonly onShow: (uid: ArticleUid) => void;
}

export function OutcomeRow({ clip, file, problem, onDismiss, onShow }: OutcomeRowProps) {
  const { t } = useTranslation();
  const { outcome } = clip;
  switch (outcome.kind) {
    case 'running':
      return (
        <div className={styles.row}>
          <LoaderCircle {...drawn} className={styles.turning} />
          <p className={styles.words}>
            {t(outcome.what === 'page' ? 'capture.clippingPage' : 'capture.clipping')}
          </p>
          <Button onPress={clip.stop}>{t('actions.cancel')}</Button>
        </div>
      );
    case 'done': {
      const { uid, title, warning } = outcome.result;
      return (
        <div className={styles.row}>
          <Check {...drawn} className={styles.done} />
          <p className={styles.words}>
            <span className={styles.title}>{t(outcomeOf(outcome.result))}</span> <bdi>{title}</bdi>
            {warning && <span className={styles.detail}> {warning.message}</span>}
          </p>
          <Button onPress={() => onShow(uid)}>{t('capture.show')}</Button>
          <BarButton icon={X} label={t('clip.dismiss')} onPress={clip.dismiss} />
        </div>
      );
    }
    case 'failed': {
      const { what, error } = outcome;
      const { key, detail, action } = errorText(error);
      return (
        <div className={styles.row}>
          <CircleAlert {...drawn} className={styles.wrong} />
          <p className={styles.words}>
            <span className={styles.title}>{t('capture.notClipped')}</span> {detail ?? `${t(key)}.`}{' '}
            <span className={styles.detail}>{t('clip.kept')}</span>
          </p>
          {isStandIn(error) && (
            <Button onPress={() => clip.start(what, true)}>{t('clip.keepAnyway')}</Button>
          )}
          {action !== 'none' && (
            <Button onPress={() => clip.start(what)}>{t('actions.retry')}</Button>
          )}
          <BarButton icon={X} label={t('clip.dismiss')} onPress={clip.dismiss} />
        </div>
      );
    }
    case 'none':
      break;
  }
  if (file) {
    return (
      <div className={styles.row}>
        <FileDown {...drawn} />
        <p className={styles.words}>{t('capture.fileOffered', { name: file.name })}</p>
        <Button onPress={() => clip.start('file')}>{t('capture.clipFile')}</Button>
        <BarButton icon={X} label={t('clip.dismiss')} onPress={onDismiss} />
      </div>
    );
  }
  if (!problem) return null;
  const { key, detail } = errorText(problem.error);
  return (
    <div className={styles.row}>
      <CircleAlert {...drawn} className={styles.wrong} />
      <p className={styles.words}>{detail ?? t(key)}</p>
      <BarButton icon={X} label={t('clip.dismiss')} onPress={onDismiss} />
    </div>
  );
}

const drawn = { size: 16, strokeWidth: ICON_STROKE, 'aria-hidden': true } as const;

function outcomeOf({ status, version }: ClipResult) {
  if (version) return version.shown ? 'clip.newVersion' : 'clip.keptVersion';
  return status === 'exists' ? 'clip.exists' : 'clip.saved';
}
