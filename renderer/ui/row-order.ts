// Rows that are put in another order by hand: what is held over them is marked where it would go.
import { type DragEvent, useState } from 'react';
import styles from './row-grid.module.css';

export interface RowOrder {
  /** Whether what is dragged could be put among these rows. */
  takes(): boolean;
  /** Puts it before a row; the number of rows stands for the end. */
  drop(before: number): void;
  /** Puts the row under the cursor, or those selected, one row up or down. */
  step(by: 1 | -1): void;
}

/** What a row listens to, and how it looks while something is held over it. */
interface HeldRow {
  readonly className: string | undefined;
  readonly onDragOver?: (event: DragEvent) => void;
  readonly onDragLeave?: () => void;
  readonly onDrop?: (event: DragEvent) => void;
}

const isPlain: HeldRow = { className: undefined };

/** @param order null where the rows stand in an order of their own */
export function useRowOrder(order: RowOrder | null): (index: number) => HeldRow {
  const [before, setBefore] = useState<number | null>(null);
  const edgeOf = (event: DragEvent, index: number): number => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    return event.clientY < top + height / 2 ? index : index + 1;
  };
  if (!order) return () => isPlain;
  return (index) => ({
    className: before === index ? styles.before : before === index + 1 ? styles.after : undefined,
    onDragOver(event) {
      if (!order.takes()) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      setBefore(edgeOf(event, index));
    },
    onDragLeave: () => setBefore(null),
    onDrop(event) {
      setBefore(null);
      if (!order.takes()) return;
      event.preventDefault();
      order.drop(edgeOf(event, index));
    },
  });
}
