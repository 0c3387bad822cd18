// The headings of the open article: the one that is read under is marked, and each leads to its place.
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  memo,
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
  const [cursor, setCursor] = useState<number | null>(null);
  const at = cursor ?? Math.max(0, current);
  const last = (headings?.length ?? 0) - 1;
  const top = Math.min(...(headings ?? []).map(({ level }) => level));

  const isKnown = headings !== null;
  useEffect(() => {
    if (isKnown && tree.current && panelHasFocus(tree.current)) tree.current.focus();
  }, [isKnown]);
  useEffect(() => {
    if (isKnown) document.getElementById(`${id}${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, isKnown, current]);

  const moveTo = (index: number) => {
    const next = Math.min(Math.max(index, 0), last);
    setCursor(next);
    document.getElementById(`${id}${next}`)?.scrollIntoView({ block: 'nearest' });
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
      aria-activedescendant={isKnown ? `${id}${at}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onBlur={() => setCursor(null)}
    >
      {headings?.map(({ level, text }, index) => (
        <Item
          // biome-ignore lint/suspicious/noArrayIndexKey: two headings may read alike; they never change places
          key={index}
          id={`${id}${index}`}
          text={text}
          depth={level - top}
          isCurrent={index === current}
          isActive={index === at}
          index={index}
        />
      ))}
    </div>
  );
}

interface ItemProps {
  readonly id: string;
  readonly index: number;
  readonly text: string;
  /** 0 for the highest level that this article has. */
  readonly depth: number;
  readonly isCurrent: boolean;
  readonly isActive: boolean;
}

/** Memoised: there may be thousands, and two of them change while one scrolls. */
const Item = memo(({ id, index, text, depth, isCurrent, isActive }: ItemProps) => (
  <div
    id={id}
    role="treeitem"
    className={styles.item}
    style={{ '--depth': Math.min(depth, DEEPEST) } as CSSProperties}
    data-index={index}
    aria-level={depth + 1}
    aria-current={isCurrent ? 'location' : undefined}
    aria-selected={isActive}
    tabIndex={-1}
  >
    <span className={styles.text} dir="auto">
      {text}
    </span>
  </div>
));
