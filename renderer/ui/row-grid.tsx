// A list of any length in which one row is the cursor's: drawn only where it is seen, moved through by keyboard,
// several rows selected with Shift and Ctrl. An ARIA grid of one column; a table cannot be drawn in part.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- the grid has the focus and hears
   the keys for all its rows, whichever of them are drawn */
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
} from 'react';
import { useAfterPaint } from '../lib/after-paint.ts';
import type { Cursor, CursorMoves } from '../lib/cursor.ts';
import { isSelected } from '../lib/selection.ts';
import { cx } from './cx.ts';
import styles from './row-grid.module.css';
import { type RowOrder, useRowOrder } from './row-order.ts';

export interface RowGridHandle {
  focus(): void;
  hasFocus(): boolean;
}

export interface RowGridProps {
  readonly label: string;
  /** Rows there are, those not loaded yet included. */
  readonly count: number;
  /** CSS pixels; the same function as long as the rows are of the same heights. */
  readonly heightOf: (index: number) => number;
  /** Undefined while the row is not loaded. */
  readonly keyAt: (index: number) => string | undefined;
  readonly renderRow: (index: number) => ReactNode;
  readonly cursor: Cursor;
  readonly moves: CursorMoves;
  /** The row that is open elsewhere in the window. */
  readonly openKey: string | null;
  /** `byKey`: by Enter, not by a click; `part` is the `data-part` of what was clicked, where it has one. */
  readonly onOpen: (index: number, byKey: boolean, part?: string) => void;
  readonly onDragRow: (event: DragEvent, index: number) => void;
  /** Where the order is the reader's. */
  readonly order?: RowOrder | null;
  /** Which rows can be seen, both included. */
  readonly onShow?: (first: number, last: number) => void;
  readonly ref?: Ref<RowGridHandle>;
}

/** Rows that are drawn above and below those on screen. */
const OVERSCAN = 6;

export function RowGrid(props: RowGridProps) {
  const { label, count, heightOf, keyAt, renderRow, cursor, moves, openKey, onOpen } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  // Nobody sees those before the list has been drawn.
  const isDrawn = useAfterPaint(count > 0 && keyAt(0) !== undefined);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised over what it returns
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf,
    overscan: isDrawn ? OVERSCAN : 0,
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;

  const { onShow, order = null } = props;
  const heldOver = useRowOrder(order);
  useEffect(() => onShow?.(first, last), [onShow, first, last]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height stand elsewhere.
  useEffect(() => virtualizer.measure(), [virtualizer, heightOf]);
  useEffect(() => {
    if (cursor.index >= 0) virtualizer.scrollToIndex(cursor.index, { align: 'auto' });
  }, [virtualizer, cursor.index]);

  useImperativeHandle(
    props.ref,
    () => ({
      focus: () => scroller.current?.focus({ preventScroll: true }),
      hasFocus: () => scroller.current?.contains(document.activeElement) ?? false,
    }),
    [],
  );

  const pageRows = () => {
    const height = heightOf(Math.max(0, cursor.index));
    return Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / height) - 1);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // A button in a row keeps its own keys.
    if (event.target !== event.currentTarget) return;
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (event.altKey && order && by !== null) {
      event.preventDefault();
      order.step(by);
    }
    if (event.altKey) return;
    const extend = event.shiftKey;
    const to = targetOf(event.key, Math.max(0, cursor.index), count, pageRows());
    if (to !== null && !event.ctrlKey && !event.metaKey) moves.moveTo(to, extend);
    else if (event.key === 'Enter' && cursor.index >= 0) onOpen(cursor.index, true);
    else if (event.key === ' ' && cursor.index >= 0) moves.toggle(cursor.index);
    else return;
    event.preventDefault();
  };

  const onClick = (event: MouseEvent, index: number) => {
    if (event.shiftKey) moves.moveTo(index, true);
    else if (event.ctrlKey || event.metaKey) moves.toggle(index);
    else {
      moves.moveTo(index, false);
      const { target } = event;
      const part = target instanceof Element ? target.closest<HTMLElement>('[data-part]') : null;
      onOpen(index, false, part?.dataset.part);
    }
  };

  const rowId = (index: number) => `${id}-${index}`;
  const cursorIsDrawn = cursor.index >= first && cursor.index <= last && items.length > 0;

  return (
    // biome-ignore lint/a11y/useSemanticElements: see above.
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={count}
      aria-multiselectable
      aria-activedescendant={cursorIsDrawn ? rowId(cursor.index) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        // By keyboard only: a click says itself which row it means, and must not find the list scrolled away.
        const byKey =
          event.target === event.currentTarget && event.target.matches(':focus-visible');
        if (byKey && cursor.index < 0 && count > 0) moves.moveTo(0, false);
      }}
    >
      <div
        role="presentation"
        className={styles.sheet}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {items.map(({ index, start }) => {
          const key = keyAt(index);
          const selected = key !== undefined && isSelected(cursor.selected, key);
          const { className, ...held } = heldOver(index);
          return (
            // biome-ignore lint/a11y/useSemanticElements: see above.
            // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus, and names the row under the cursor.
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys, for the row under the cursor.
            <div
              key={index}
              id={rowId(index)}
              role="row"
              aria-rowindex={index + 1}
              aria-selected={selected}
              aria-busy={key === undefined}
              className={cx(
                styles.row,
                index === cursor.index && styles.cursor,
                selected && styles.selected,
                className,
                key !== undefined && key === openKey && styles.open,
              )}
              style={{ height: heightOf(index), transform: `translateY(${start}px)` }}
              draggable
              onDragStart={(event) => props.onDragRow(event, index)}
              {...held}
              onClick={(event) => onClick(event, index)}
            >
              {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see above. */}
              <div role="gridcell" className={styles.cell}>
                {renderRow(index)}
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Where a key leads from a row; null where it leads nowhere. */
function targetOf(key: string, from: number, count: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, from + 1);
    case 'ArrowUp':
      return Math.max(0, from - 1);
    case 'PageDown':
      return Math.min(count - 1, from + page);
    case 'PageUp':
      return Math.max(0, from - page);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
