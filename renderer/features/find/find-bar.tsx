// Finds words in the open article: a field, and the way from one place to the next.
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
import { cx } from '../../ui/cx.ts';
import { PlaceSteps } from '../../ui/place-steps.tsx';
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
      <PlaceSteps
        places={text === '' ? null : found}
        onStep={step}
        closeKey="Escape"
        onClose={onClose}
      />
    </search>
  );
}
