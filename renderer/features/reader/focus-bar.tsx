// What is left of the bar in focus mode: the lamp over the paragraph being read, and the way out.
import { Lightbulb, Minimize2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Toolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type FramePort, useShownArticle } from '../../lib/frame-port.ts';
import { sayChord } from '../../lib/say-keys.ts';
import { recall, remember } from '../../lib/view-memory.ts';
import { IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './focus-bar.module.css';

interface FocusBarProps {
  readonly port: FramePort;
  readonly onLeave: () => void;
}

export function FocusBar({ port, onLeave }: FocusBarProps) {
  const { t } = useTranslation();
  const shown = useShownArticle(port);
  const [dims, setDims] = useState(() => recall('focus-dims') === 'yes');
  useEffect(() => {
    if (shown === null) return;
    port.send({ kind: 'spotlight', wanted: dims });
    return () => port.send({ kind: 'spotlight', wanted: false });
  }, [port, shown, dims]);
  return (
    <Toolbar className={cx(styles.bar)} aria-label={t('focus.bar')}>
      <IconButton
        icon={Lightbulb}
        label={t('focus.dim')}
        pressed={dims}
        onPress={() => {
          remember('focus-dims', dims ? 'no' : 'yes');
          setDims(!dims);
        }}
      />
      <IconButton
        icon={Minimize2}
        label={t('focus.leave')}
        shortcut={sayChord('Escape')}
        onPress={onLeave}
      />
    </Toolbar>
  );
}
