// From block to block by keys: N and Shift+N to the next passage that is not as the page reader left it in, the arrows from one to
// the other once one is there. Tab reaches one button of them all: that of the block where one is.
import { chordOf } from '../../lib/shortcuts.ts';
import type { Block } from './blocks.ts';

interface Steps {
  /** Goes to the next of what was left out or edited, or the one before. */
  step(by: 1 | -1): void;
  /** The blocks may be others. */
  renew(): void;
}

export function watchSteps(all: () => readonly Block[]): Steps {
  let current: Block | null = null;
  let reached: Block | null = null;

  const letReach = (block: Block) => {
    if (reached) reached.button.tabIndex = -1;
    reached = block;
    block.button.tabIndex = 0;
  };
  const goTo = (block: Block) => {
    letReach(block);
    current = block;
    block.button.focus({ preventScroll: true });
    block.box.scrollIntoView({ block: 'nearest' });
  };
  const go = (by: 1 | -1, isWanted: (block: Block) => boolean) => {
    const blocks = all();
    const from = current && isInSight(current) ? blocks.indexOf(current) : between(blocks, by);
    for (let at = from + by; at >= 0 && at < blocks.length; at += by) {
      const block = blocks[at];
      if (block && isWanted(block)) return goTo(block);
    }
    return undefined;
  };
  const step = (by: 1 | -1) => go(by, isNotKept);

  window.addEventListener('keydown', (event) => {
    const by = moves[chordOf(event)];
    if (!by) return;
    const isArrow = event.key.startsWith('Arrow');
    if (isArrow && (!current || document.activeElement !== current.button)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (isArrow) go(by, () => true);
    else step(by);
  });
  document.addEventListener('focusin', ({ target }) => {
    const block = all().find(({ button }) => button === target);
    if (block && block !== current) goTo(block);
  });
  return {
    step,
    renew() {
      if (current?.button.isConnected) return;
      current = null;
      reached = null;
      const first = all().find(isNotKept) ?? all()[0];
      if (first) letReach(first);
    },
  };
}

const isNotKept = ({ box }: Block): boolean => box.dataset.state !== 'kept';

const moves: Readonly<Record<string, 1 | -1>> = {
  n: 1,
  'Shift+n': -1,
  ArrowDown: 1,
  ArrowUp: -1,
};

function isInSight({ box }: Block): boolean {
  const { top, bottom } = box.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}

/** Where one comes from who scrolled: on the way down before the first block in sight, on the way up at it. */
function between(blocks: readonly Block[], by: 1 | -1): number {
  const first = blocks.findIndex(({ box }) => box.getBoundingClientRect().bottom > 0);
  if (first < 0) return blocks.length;
  return by === 1 ? first - 1 : first;
}
