// Looks for words on the page.
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureState } from '#contract/capture.ts';
import type { CaptureLink } from '../../lib/capture-link.ts';
import { BarButton } from './bar-button.tsx';
import styles from './capture-bar.module.css';

interface FindRowProps {
  readonly link: CaptureLink;
  readonly found: CaptureState['found'];
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onClose: () => void;
}

export function FindRow({ link, found, field, onClose }: FindRowProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  useEffect(() => field.current?.focus(), [field]);
  const find = (words: string, back: boolean) => {
    const client = link.client();
    // A page that went away is told of elsewhere.
    const asked = words
      ? client['capture.find']({ text: words, back })
      : client['capture.endFind']({});
    asked.catch(() => undefined);
  };
  return (
    <div className={styles.row}>
      <input
        ref={field}
        className={`${styles.field} ${styles.find}`}
        type="search"
        spellCheck={false}
        aria-label={t('capture.findField')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          find(event.target.value, false);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') find(text, event.shiftKey);
          else if (event.key === 'Escape') onClose();
          else return;
          event.preventDefault();
        }}
      />
      <output className={styles.count}>
        {text && found ? t('capture.found', { at: found.at, count: found.of }) : ''}
      </output>
      <div className={styles.group}>
        <BarButton
          icon={ChevronUp}
          label={t('commands.find-previous')}
          isDisabled={!found?.of}
          onPress={() => find(text, true)}
        />
        <BarButton
          icon={ChevronDown}
          label={t('commands.find-next')}
          isDisabled={!found?.of}
          onPress={() => find(text, false)}
        />
        <BarButton icon={X} label={t('actions.close')} onPress={onClose} />
      </div>
    </div>
  );
}
