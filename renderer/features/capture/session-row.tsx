// What sites know of this window: kept until it is forgotten, or forgotten with the window.
import { Eraser } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureLink } from '../../lib/capture-link.ts';
import { Button } from '../../ui/button.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import styles from './capture-bar.module.css';

interface SessionRowProps {
  readonly link: CaptureLink;
  readonly isKept: boolean;
  readonly onProblem: (error: unknown) => void;
}

export function SessionRow({ link, isKept, onProblem }: SessionRowProps) {
  const { t } = useTranslation();
  const [isWiped, setWiped] = useState(false);
  const ask = (work: () => Promise<unknown>) => void work().catch(onProblem);
  return (
    <div className={styles.row}>
      <Toggle
        isOn={isKept}
        onChange={(kept) => {
          setWiped(false);
          ask(async () => link.client()['capture.keepSession']({ kept }));
        }}
      >
        {t('capture.keepSession')}
      </Toggle>
      <p className={`${styles.words} ${styles.detail}`} role="status">
        {t(isWiped ? 'capture.wiped' : isKept ? 'capture.sessionKept' : 'capture.sessionForgotten')}
      </p>
      <Button
        icon={Eraser}
        onPress={() =>
          ask(async () => {
            await link.client()['capture.wipeSession']({});
            setWiped(true);
          })
        }
      >
        {t('capture.wipeSession')}
      </Button>
    </div>
  );
}
