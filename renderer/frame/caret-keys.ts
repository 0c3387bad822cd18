// Which key moves the caret in which way, as data that can be tested.
import type { KeyPress } from '../lib/shortcuts.ts';

export interface CaretMove {
  readonly direction: 'left' | 'right' | 'forward' | 'backward';
  readonly by: 'character' | 'word' | 'line' | 'lineboundary' | 'documentboundary';
  readonly times: number;
  readonly extends: boolean;
}

/** A screen, as far as a page key can know. */
const LINES_OF_A_PAGE = 12;

/** @returns null for a key that does not move */
export function caretMoveFor(press: KeyPress): CaretMove | null {
  const { key, shiftKey } = press;
  const byWord = press.ctrlKey || press.altKey;
  const move = (direction: CaretMove['direction'], by: CaretMove['by'], times = 1): CaretMove => ({
    direction,
    by,
    times,
    extends: shiftKey,
  });
  switch (key) {
    case 'ArrowLeft':
      return press.metaKey ? move('left', 'lineboundary') : move('left', unit(byWord));
    case 'ArrowRight':
      return press.metaKey ? move('right', 'lineboundary') : move('right', unit(byWord));
    case 'ArrowUp':
      return move('backward', press.metaKey ? 'documentboundary' : 'line');
    case 'ArrowDown':
      return move('forward', press.metaKey ? 'documentboundary' : 'line');
    case 'PageUp':
      return move('backward', 'line', LINES_OF_A_PAGE);
    case 'PageDown':
      return move('forward', 'line', LINES_OF_A_PAGE);
    case 'Home':
      return move('backward', press.ctrlKey ? 'documentboundary' : 'lineboundary');
    case 'End':
      return move('forward', press.ctrlKey ? 'documentboundary' : 'lineboundary');
    default:
      return null;
  }
}

const unit = (byWord: boolean) => (byWord ? 'word' : 'character');
