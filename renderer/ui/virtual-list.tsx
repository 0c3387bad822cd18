// A list of any length whose entries are as high as their words: drawn only where it is seen. Entries hold controls of
// their own, so the list itself takes no focus.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import styles from './virtual-list.module.css';

export interface VirtualListHandle {
  scrollTo(index: number): void;
}

interface VirtualListProps {
  readonly label: string;
  readonly count: number;
  readonly keyAt: (index: number) => string;
  /** CSS pixels of an entry that was not seen yet. */
  readonly estimate: number;
  readonly renderEntry: (index: number) => ReactNode;
  /** The last entry that is drawn. */
  readonly onShow?: (last: number) => void;
  readonly ref?: Ref<VirtualListHandle>;
}

export function VirtualList(props: VirtualListProps) {
  const { label, count, keyAt, estimate, renderEntry, onShow, ref } = props;
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised over what it returns
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    getItemKey: keyAt,
    estimateSize: () => estimate,
    overscan: 8,
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onShow?.(last), [onShow, last]);
  useImperativeHandle(
    ref,
    () => ({ scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'center' }) }),
    [virtualizer],
  );
  return (
    <div ref={scroller} className={styles.scroller}>
      <ul
        className={styles.sheet}
        style={{ height: virtualizer.getTotalSize() }}
        aria-label={label}
      >
        {items.map(({ index, key, start }) => (
          <li
            key={String(key)}
            ref={virtualizer.measureElement}
            data-index={index}
            className={styles.entry}
            style={{ transform: `translateY(${start}px)` }}
            aria-setsize={count}
            aria-posinset={index + 1}
          >
            {renderEntry(index)}
          </li>
        ))}
      </ul>
    </div>
  );
}
