// The headings of the open article: the one that is read under is marked, and each leads to its place.
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { FramePort } from '../../lib/frame-port.ts';
import { panelHasFocus } from '../../ui/side-panel.tsx';
import styles from './contents.module.css';
import { useHeadings } from './use-headings.ts';

/** Of one line; one that takes two is measured when it is drawn. */
const ITEM_HEIGHT = 29;
/** Further in there would be no room for words. */
const DEEPEST = 4;

interface ContentsProps {
  readonly port: FramePort;
  /** After a heading was chosen: the keys belong to the article then. */
  readonly onGone: () => void;
}

export function Contents({ port, onGone }: ContentsProps) {
  const { t } = useTranslation();
  const { headings, current, goTo } = useHeadings(port);
  if (headings?.length === 0) return <p className={styles.none}>{t('contents.none')}</p>;
  const choose = (index: number) => {
    goTo(index);
    onGone();
  };
  return <HeadingTree headings={headings} current={current} onChoose={choose} />;
}

interface HeadingTreeProps {
  readonly headings: ReturnType<typeof useHeadings>['headings'];
  readonly current: number;
  readonly onChoose: (index: number) => void;
}

function HeadingTree({ headings, current, onChoose }: HeadingTreeProps) {
  const { t } = useTranslation();
  const id = useId();
  const tree = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised over what it returns
  const virtualizer = useVirtualizer({
    count: headings?.length ?? 0,
    getScrollElement: () => tree.current,
    estimateSize: () => ITEM_HEIGHT,
    overscan: 8,
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const [cursor, setCursor] = useState<number | null>(null);
  const at = cursor ?? Math.max(0, current);
  const last = (headings?.length ?? 0) - 1;
  const top = headings?.reduce((least, { level }) => Math.min(least, level), 6) ?? 1;

  const isKnown = headings !== null;
  useEffect(() => {
    if (isKnown && tree.current && panelHasFocus(tree.current)) tree.current.focus();
  }, [isKnown]);
  useEffect(() => {
    if (isKnown && current >= 0) virtualizer.scrollToIndex(current);
  }, [virtualizer, isKnown, current]);

  const moveTo = (index: number) => {
    const next = Math.min(Math.max(index, 0), last);
    setCursor(next);
    virtualizer.scrollToIndex(next);
  };
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => moveTo(at + 1),
    ArrowUp: () => moveTo(at - 1),
    Home: () => moveTo(0),
    End: () => moveTo(last),
    Enter: () => onChoose(at),
    ' ': () => onChoose(at),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move();
  };
  const onClick = ({ target }: MouseEvent) => {
    const item = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
    if (item) onChoose(Number(item.dataset.index));
  };
  return (
    <div
      ref={tree}
      role="tree"
      className={styles.tree}
      aria-label={t('panels.contents')}
      aria-busy={!isKnown}
      aria-activedescendant={items.some(({ index }) => index === at) ? `${id}${at}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onBlur={() => setCursor(null)}
    >
      <div role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const heading = headings?.[index];
          if (!heading) return null;
          return (
            <Item
              key={index}
              ref={virtualizer.measureElement}
              id={`${id}${index}`}
              index={index}
              count={last + 1}
              start={start}
              text={heading.text}
              depth={heading.level - top}
              isCurrent={index === current}
              isActive={index === at}
            />
          );
        })}
      </div>
    </div>
  );
}

interface ItemProps {
  readonly id: string;
  readonly index: number;
  /** How many there are, drawn or not. */
  readonly count: number;
  /** CSS pixels from the top of the list. */
  readonly start: number;
  readonly text: string;
  /** 0 for the highest level that this article has. */
  readonly depth: number;
  readonly isCurrent: boolean;
  readonly isActive: boolean;
  readonly ref: Ref<HTMLDivElement>;
}

function Item(props: ItemProps) {
  const { id, index, count, start, text, depth, isCurrent, isActive, ref } = props;
  const style = { '--depth': Math.min(depth, DEEPEST), transform: `translateY(${start}px)` };
  return (
    <div
      ref={ref}
      id={id}
      role="treeitem"
      className={styles.item}
      style={style}
      data-index={index}
      aria-level={depth + 1}
      aria-setsize={count}
      aria-posinset={index + 1}
      aria-current={isCurrent ? 'location' : undefined}
      aria-selected={isActive}
      tabIndex={-1}
    >
      <span className={styles.text} dir="auto">
        {text}
      </span>
    </div>
  );
}
