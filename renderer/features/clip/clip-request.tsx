// Asks before a page is clipped that was named from outside: by a link, or by what lies on the clipboard.
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusAtStart } from '../../lib/use-focus-at-start.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './clip-request.module.css';

interface ClipRequestProps {
  /** As the URL parser spells it. */
  readonly url: string;
  readonly by: 'link' | 'person';
  /** How many others came meanwhile, and were not taken. */
  readonly passedOver: number;
  readonly onClip: () => void;
  readonly onClose: () => void;
}

export function ClipRequest({ url, by, passedOver, onClip, onClose }: ClipRequestProps) {
  const { t } = useTranslation();
  const yes = useRef<HTMLButtonElement>(null);
  const no = useRef<HTMLButtonElement>(null);
  // Who is typing when a link arrives must not have said yes by that.
  useFocusAtStart(by === 'person' ? yes : no);
  const { host } = new URL(url);
  return (
    <Dialog title={t('asked.title')} onClose={onClose}>
      <p className={styles.words}>{t(`asked.${by}`)}</p>
      <p className={styles.host} dir="ltr" translate="no">
        {host}
      </p>
      <p className={styles.address} dir="ltr" translate="no">
        {url}
      </p>
      {isPunycode(host) && <p className={styles.words}>{t('asked.punycode')}</p>}
      {passedOver > 0 && (
        <p className={styles.words}>{t('asked.passedOver', { count: passedOver })}</p>
      )}
      <div className={styles.foot}>
        <Button ref={no} onPress={onClose}>
          {t('actions.cancel')}
        </Button>
        <Button
          ref={yes}
          kind="primary"
          onPress={() => {
            onClose();
            onClip();
          }}
        >
          {t('clip.save')}
        </Button>
      </div>
    </Dialog>
  );
}

/** The URL parser writes a name in letters of another script by its code. */
const isPunycode = (host: string) => host.split('.').some((label) => label.startsWith('xn--'));
