// The slim bar while an article is read aloud: pause, the way through its sentences, pace and voice.
import {
  ChevronFirst,
  ChevronLast,
  ChevronLeft,
  ChevronRight,
  type LucideIcon,
  Pause,
  Play,
  X,
} from 'lucide-react';
import { type Ref, useImperativeHandle, useState } from 'react';
import { Toolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FramePort } from '../../lib/frame-port.ts';
import { sayChord } from '../../lib/say-keys.ts';
import { platformVoice } from '../../lib/voice/platform-voice.ts';
import { IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './aloud-bar.module.css';
import { type Aloud, rates, useAloud } from './use-aloud.ts';

export interface AloudBarHandle {
  /** Pauses, or goes on. */
  toggle(): void;
}

interface AloudBarProps {
  readonly port: FramePort;
  readonly onClose: () => void;
  readonly ref?: Ref<AloudBarHandle>;
}

export function AloudBar({ port, onClose, ref }: AloudBarProps) {
  const { t } = useTranslation();
  const [platform] = useState(platformVoice);
  const aloud = useAloud(port, platform, onClose);
  const { voices, isPaused, toggle } = aloud;
  useImperativeHandle(ref, () => ({ toggle }), [toggle]);
  return (
    <Toolbar className={cx(styles.bar)} aria-label={t('aloud.label')}>
      {voices !== null && voices.length > 0 && (
        <>
          <Act aloud={aloud} icon={ChevronFirst} act="previous-paragraph" />
          <Act aloud={aloud} icon={ChevronLeft} act="previous" />
          <IconButton
            icon={isPaused ? Play : Pause}
            label={t(isPaused ? 'aloud.resume' : 'aloud.pause')}
            shortcut="r"
            onPress={toggle}
          />
          <Act aloud={aloud} icon={ChevronRight} act="next" />
          <Act aloud={aloud} icon={ChevronLast} act="next-paragraph" />
          <Choices aloud={aloud} />
        </>
      )}
      <span role="status" className={styles.silent}>
        {voices?.length === 0 && t('aloud.noVoice')}
      </span>
      <IconButton
        icon={X}
        label={t('actions.close')}
        shortcut={sayChord('Escape')}
        onPress={onClose}
      />
    </Toolbar>
  );
}

interface ActProps {
  readonly aloud: Aloud;
  readonly icon: LucideIcon;
  readonly act: Parameters<Aloud['act']>[0];
}

function Act({ aloud, icon, act }: ActProps) {
  const { t } = useTranslation();
  return <IconButton icon={icon} label={t(`aloud.acts.${act}`)} onPress={() => aloud.act(act)} />;
}

function Choices({ aloud }: { readonly aloud: Aloud }) {
  const { t } = useTranslation();
  const { voices, voice, rate } = aloud;
  return (
    <>
      <select
        className={styles.choice}
        aria-label={t('aloud.rate')}
        value={rate}
        onChange={({ target }) => aloud.chooseRate(Number(target.value))}
      >
        {rates.map((one) => (
          <option key={one} value={one}>
            {t('aloud.times', { rate: one })}
          </option>
        ))}
      </select>
      <select
        className={cx(styles.choice, styles.voice)}
        aria-label={t('aloud.voice')}
        value={voice?.id}
        onChange={({ target }) => aloud.chooseVoice(target.value)}
      >
        {voices?.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
}
