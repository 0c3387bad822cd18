// A panel beside the article: title, close button, a body that scrolls. Over the article where there is no room.
import { X } from 'lucide-react';
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button.tsx';
import styles from './side-panel.module.css';

export interface SidePanelHandle {
  /** Whether it stands over the article, for want of room beside it. */
  isOver(): boolean;
}

interface SidePanelProps {
  readonly title: string;
  /** Whether it is opened by somebody who wants to be in it, rather than there from the start. */
  readonly takesFocus: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly ref?: Ref<SidePanelHandle>;
}

/**
 * Is there as long as it is rendered. It takes the focus itself, until what it holds takes it over, and gives it back
 * where it came from.
 */
export function SidePanel({ title, takesFocus, onClose, children, ref }: SidePanelProps) {
  const { t } = useTranslation();
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = panel.current;
    const before = document.activeElement;
    if (takesFocus && !element?.contains(before)) element?.focus();
    return () => {
      const isHere = element?.contains(document.activeElement) ?? false;
      if (isHere && before instanceof HTMLElement) before.focus();
    };
  }, [takesFocus]);

  useImperativeHandle(
    ref,
    () => ({
      isOver: () =>
        panel.current !== null && getComputedStyle(panel.current).position === 'absolute',
    }),
    [],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves it from any control in it
    <section
      ref={panel}
      className={styles.panel}
      aria-labelledby={id}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <header className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        <IconButton icon={X} label={t('actions.close')} onPress={onClose} />
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
}

/** Whether the panel around an element has the focus itself: what it holds may take it over. */
export const panelHasFocus = (within: Element): boolean =>
  within.closest(`.${styles.panel}`) === document.activeElement;

/** Before what has the focus goes away: the panel around it takes the focus over. */
export const focusPanelAround = (element: Element | null): void =>
  element?.closest<HTMLElement>(`.${styles.panel}`)?.focus({ preventScroll: true });
