// A line of the sidebar that leads to a place of the library, with how much there is.
import type { LucideIcon } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { TagColour } from '#contract/types/tag.ts';
import { wholeNumber } from '../lib/format.ts';
import { hrefTo, type Shelf } from '../lib/place.ts';
import { ICON_STROKE } from './button.tsx';
import styles from './place-link.module.css';

interface PlaceLinkProps {
  readonly icon: LucideIcon;
  /** Fills the icon. */
  readonly colour?: TagColour | null;
  readonly label: string;
  /** Shown where there is any. */
  readonly count: number | undefined;
  /** There may be more than `count`. */
  readonly isAtLeast?: boolean;
  readonly shelf: Shelf;
  readonly isHere: boolean;
  readonly onChoose: (() => void) | undefined;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

export function PlaceLink(props: PlaceLinkProps) {
  const {
    icon: Icon,
    colour = null,
    label,
    count,
    isAtLeast = false,
    shelf,
    isHere,
    onChoose,
    onKeyDown,
  } = props;
  return (
    <a
      className={styles.place}
      href={hrefTo(shelf)}
      aria-current={isHere ? 'page' : undefined}
      onClick={onChoose}
      onKeyDown={onKeyDown}
    >
      <Icon
        size={16}
        strokeWidth={ICON_STROKE}
        fill={colour ? `var(--hl-${colour})` : 'none'}
        aria-hidden
      />
      <span className={styles.label}>
        <bdi>{label}</bdi>
      </span>
      {count !== undefined && count > 0 && (
        <span className={styles.count}>
          {wholeNumber(count)}
          {isAtLeast && '+'}
        </span>
      )}
    </a>
  );
}
