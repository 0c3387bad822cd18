// Finds words in the open article: a field, how many there are, and the way from one to the next.
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import {
  type KeyboardEvent,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react';
import { Input, SearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FramePort } from '../../lib/frame-port.ts';
import { sayChord } from '../../lib/say-keys.ts';
import { IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './find-bar.module.css';
import { useFind } from './use-find.ts';

export interface FindBarHandle {
  step(by: 1 | -1): void;
  /** Into the field, with its words selected. */
  focus(): void;
}

interface FindBarProps {
  readonly port: FramePort;
  readonly onClose: () => void;
  readonly ref?: Ref<FindBarHandle>;
}

export function FindBar({ port, onClose, ref }: FindBarProps) {
  const { t } = useTranslation();
  const { text, setText, found, step } = useFind(port);
  const field = useRef<HTMLInputElement>(null);
  const focus = useCallback(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  useEffect(focus, [focus]);
  useImperativeHandle(ref, () => ({ step, focus }), [step, focus]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  };
  const nothing = found?.count === 0 && text !== '';
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of its field, heard from all its controls
    <search className={styles.bar} aria-label={t('find.label')}>
      <SearchField
        className={cx(styles.field)}
        aria-label={t('find.label')}
        value={text}
        onChange={setText}
      >
        <Input
          ref={field}
          className={cx(styles.input)}
          placeholder={t('find.label')}
          spellCheck={false}
          onKeyDown={onKeyDown}
        />
      </SearchField>
      <span role="status" className={cx(styles.count, nothing && styles.nothing)}>
        {text !== '' && found && sayFound(found)}
      </span>
      <IconButton
        icon={ChevronUp}
        label={t('find.previous')}
        shortcut={sayChord('Shift+F3')}
        onPress={() => step(-1)}
      />
      <IconButton icon={ChevronDown} label={t('find.next')} shortcut="F3" onPress={() => step(1)} />
      <IconButton
        icon={X}
        label={t('actions.close')}
        shortcut={sayChord('Escape')}
        onPress={onClose}
      />
    </search>
  );

  function sayFound({ count, index }: { readonly count: number; readonly index: number }): string {
    return count === 0 ? t('find.none') : t('find.found', { count, index: index + 1 });
  }
}
