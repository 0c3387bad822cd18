// One collection in the sidebar: its fold, its name with the count, and what can be done with it.
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  ChevronRight,
  Ellipsis,
  Folder,
  FolderPlus,
  Pencil,
  Trash2,
} from 'lucide-react';
import type { CSSProperties, DragEvent, KeyboardEvent } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { startDrag } from '../../lib/dragged.ts';
import { IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { MenuAction, MenuButton } from '../../ui/menu.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import type { Branch, Move, Where } from './collection-tree.ts';
import styles from './collections.module.css';
import type { LineDrop } from './use-held-over.ts';

interface CollectionLineProps {
  readonly branch: Branch;
  readonly depth: number;
  readonly isHere: boolean;
  readonly isUnfolded: boolean;
  /** What is dragged is held over it so. */
  readonly held: Where | null;
  readonly drop: LineDrop;
  /** The steps that lead somewhere, with the name of where, as far as it has one. */
  readonly moves: ReadonlyMap<Move, string>;
  readonly onChoose: (() => void) | undefined;
  readonly onFold: (isUnfolded: boolean) => void;
  readonly onMove: (move: Move) => void;
  readonly onAdd: () => void;
  readonly onRename: () => void;
  readonly onRemove: () => void;
}

const moveIcons = { up: ArrowUp, down: ArrowDown, in: ArrowRight, out: ArrowLeft } as const;
const moveKeys: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

export function CollectionLine(props: CollectionLineProps) {
  const { branch, isUnfolded, held, moves, onFold, onMove } = props;
  const { t } = useTranslation();
  const { uid, name } = branch;
  const hasBranches = branch.branches.length > 0;
  const more = t('collections.more', { name });

  const onKeyDown = (event: KeyboardEvent) => {
    const isRtl = document.documentElement.dir === 'rtl';
    const key = isRtl ? (mirrored[event.key] ?? event.key) : event.key;
    const move = moveKeys[key];
    if (event.altKey && move) onMove(move);
    else if (key === 'ArrowRight' && hasBranches) onFold(true);
    else if (key === 'ArrowLeft' && hasBranches) onFold(false);
    else if (key === 'F2') props.onRename();
    else if (key === 'Delete') props.onRemove();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for who drags; keys and menu do the same.
    <div
      className={cx(styles.line, held && styles[held])}
      style={{ '--depth': Math.min(props.depth, MOST_INDENTED) } as CSSProperties}
      data-collection={uid}
      onDragStart={(event: DragEvent) => startDrag(event, { kind: 'collection', uid }, name)}
      {...props.drop}
    >
      <PlaceLink
        icon={Folder}
        label={name}
        count={branch.articleCount}
        shelf={{ kind: 'collection', uid }}
        isHere={props.isHere}
        onChoose={props.onChoose}
        onKeyDown={onKeyDown}
      />
      {hasBranches && (
        <Button
          className={cx(styles.fold)}
          aria-expanded={isUnfolded}
          aria-label={t('collections.within', { name })}
          onPress={() => onFold(!isUnfolded)}
        >
          <ChevronRight size={12} strokeWidth={2.2} aria-hidden />
        </Button>
      )}
      <span className={styles.more}>
        <MenuButton label={more} button={<IconButton icon={Ellipsis} label={more} />}>
          <MenuAction icon={FolderPlus} label={t('collections.addWithin')} onAction={props.onAdd} />
          <MenuAction
            icon={Pencil}
            label={t('collections.rename')}
            shortcut="F2"
            onAction={props.onRename}
          />
          {[...moves].map(([move, where]) => (
            <MenuAction
              key={move}
              icon={moveIcons[move]}
              label={t(`collections.${move}`, { name: where })}
              onAction={() => onMove(move)}
            />
          ))}
          <MenuAction icon={Trash2} label={t('collections.remove')} onAction={props.onRemove} />
        </MenuButton>
      </span>
    </div>
  );
}

/** Deeper ones stand under each other: their names would have no room left. */
const MOST_INDENTED = 7;
const mirrored: Readonly<Record<string, string>> = {
  ArrowLeft: 'ArrowRight',
  ArrowRight: 'ArrowLeft',
};
