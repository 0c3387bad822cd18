// Tells which words are selected in the article, once the person has finished selecting them.
import { articleText } from './article-text.ts';
import { content } from './content.ts';
import { wholeCharacters } from './graphemes.ts';
import { asBox } from './hits.ts';
import {
  type FrameSelection,
  MAX_QUOTE_LENGTH,
  type SelectionTrouble,
} from './messages/highlights.ts';

export interface Selected {
  readonly selection: FrameSelection | null;
  readonly trouble: SelectionTrouble | null;
}

/** What stands around the words, so that the library finds the place even where the text has changed meanwhile. */
const CONTEXT = 64;
/** Fingers and keys go on after a while; a mouse says itself when it has finished. */
const SETTLED_MS = 250;

const NONE: Selected = { selection: null, trouble: null };

let lastBy: FrameSelection['by'] = 'keys';

/** What is selected now. */
export function selectedNow(): Selected {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return NONE;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(content())) return NONE;
  const { text } = articleText();
  const found = wholeCharacters(text, stretchOf(range));
  if (!found) return { selection: null, trouble: 'no-words' };
  const { start, end } = found;
  if (end - start > MAX_QUOTE_LENGTH) return { selection: null, trouble: 'too-long' };
  return {
    selection: {
      quote: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - CONTEXT), start),
      suffix: text.slice(end, end + CONTEXT),
      start,
      end,
      box: asBox(range.getBoundingClientRect()),
      by: lastBy,
    },
    trouble: null,
  };
}

/** @param tell is called once a selection is there, again when it moves on screen, and once when it is gone */
export function watchSelection(tell: (selected: Selected) => void): void {
  let isDown = false;
  let wasTold = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    clearTimeout(timer);
    const selected = selectedNow();
    const isAny = selected !== NONE;
    if (isAny || wasTold) tell(selected);
    wasTold = isAny;
  };
  const settleIn = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(settle, milliseconds);
  };
  document.addEventListener('selectionchange', () => {
    const isGone = document.getSelection()?.isCollapsed ?? true;
    if (isGone && wasTold) settle();
    else if (!isDown && (!isGone || wasTold)) settleIn(SETTLED_MS);
  });
  window.addEventListener('pointerdown', ({ pointerType }) => {
    isDown = pointerType !== 'touch';
    lastBy = pointerType === 'touch' ? 'touch' : 'pointer';
  });
  for (const name of ['pointerup', 'pointercancel'] as const) {
    window.addEventListener(name, () => {
      if (!isDown) return;
      isDown = false;
      // A click into a selection takes it away only after this.
      settleIn(0);
    });
  }
  window.addEventListener('keydown', ({ key }) => {
    if (key.startsWith('Arrow')) lastBy = 'keys';
  });
  let isDrawn = true;
  window.addEventListener(
    'scroll',
    () => {
      if (!wasTold || !isDrawn) return;
      isDrawn = false;
      requestAnimationFrame(() => {
        isDrawn = true;
        if (wasTold) settle();
      });
    },
    { passive: true, capture: true },
  );
}

/** In offsets of the text; what lies outside the article is cut off. */
function stretchOf(range: Range): { start: number; end: number } {
  const whole = content();
  const text = articleText();
  return {
    start: whole.contains(range.startContainer)
      ? text.offsetOf(range.startContainer, range.startOffset)
      : 0,
    end: whole.contains(range.endContainer)
      ? text.offsetOf(range.endContainer, range.endOffset)
      : text.text.length,
  };
}
