// Paints highlights with the CSS Custom Highlight API, those on screen first, the others in slices between frames:
// ten thousand of them must not hold up a page.
import { articleText, onTextRemade } from './article-text.ts';
import { content } from './content.ts';
import type { FrameHighlight } from './messages/highlights.ts';
import { caretAt } from './place.ts';
import { inOrder, type Layer, type Stroke, strokesOf } from './strokes.ts';

/** Upper layers hide lower ones; words that were searched for lie above all, at priority 0 by coming last. */
const priorities: Readonly<Record<Layer | 'hl-focus', number>> = {
  'hl-yellow': -5,
  'hl-green': -5,
  'hl-blue': -5,
  'hl-pink': -5,
  'hl-purple': -5,
  'hl-overlap': -4,
  'hl-noted': -3,
  'hl-focus': -2,
};

/** How long a slice may hold up the page. */
const SLICE_MS = 6;
/** Characters around what is on screen that are painted at once, too. */
const NEAR = 4000;

let items: readonly FrameHighlight[] = [];
let waiting: Stroke[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
const painted = new Map<string, { readonly layer: Layer; readonly range: Range }>();

/** In the order of the text. */
export const paintedHighlights = (): readonly FrameHighlight[] => items;

export function paintHighlights(wanted: readonly FrameHighlight[]): void {
  if (!('highlights' in CSS)) return;
  items = inOrder(wanted);
  const strokes = strokesOf(items);
  const keys = new Set(strokes.map((stroke) => stroke.key));
  for (const [key, { layer, range }] of painted) {
    if (keys.has(key)) continue;
    CSS.highlights.get(layer)?.delete(range);
    painted.delete(key);
  }
  const missing = strokes.filter((stroke) => !painted.has(stroke.key));
  const seen = missing.length > 0 ? onScreen() : { start: 0, end: 0 };
  const isNear = ({ start, end }: Stroke) => end >= seen.start - NEAR && start <= seen.end + NEAR;
  for (const stroke of missing) if (isNear(stroke)) paint(stroke);
  waiting = missing.filter((stroke) => !isNear(stroke));
  paintSlice();
}

/** Puts a frame around one of them; null takes it away. */
export function paintFocus(range: Range | null): void {
  if (!('highlights' in CSS)) return;
  const layer = layerOf('hl-focus');
  layer.clear();
  if (range) layer.add(range);
}

onTextRemade(() => {
  for (const { layer, range } of painted.values()) CSS.highlights.get(layer)?.delete(range);
  painted.clear();
  paintHighlights(items);
});

function paintSlice(): void {
  clearTimeout(timer);
  timer = undefined;
  const until = performance.now() + SLICE_MS;
  let done = 0;
  while (done < waiting.length && performance.now() < until) paint(waiting[done++] as Stroke);
  waiting = waiting.slice(done);
  if (waiting.length > 0) timer = setTimeout(paintSlice);
}

function paint({ key, layer, start, end }: Stroke): void {
  if (painted.has(key)) return;
  const range = articleText().rangeOf(start, end);
  if (!range) return;
  layerOf(layer).add(range);
  painted.set(key, { layer, range });
}

function layerOf(name: Layer | 'hl-focus'): Highlight {
  const known = CSS.highlights.get(name);
  if (known) return known;
  const made = new Highlight();
  made.priority = priorities[name];
  CSS.highlights.set(name, made);
  return made;
}

/** Which stretch of the text can be seen, roughly. */
export function onScreen(): { start: number; end: number } {
  const box = content().getBoundingClientRect();
  const x = box.left + box.width / 2;
  const { innerHeight } = window;
  const text = articleText();
  const offsetAt = (from: number, by: number): number | null => {
    for (let y = from; y > 0 && y < innerHeight; y += by) {
      const caret = caretAt(x, y);
      if (caret && content().contains(caret.startContainer)) {
        return text.offsetOf(caret.startContainer, caret.startOffset);
      }
    }
    return null;
  };
  const start = box.top >= 0 ? 0 : offsetAt(8, 24);
  const end = box.bottom <= innerHeight ? text.text.length : offsetAt(innerHeight - 8, -24);
  return { start: start ?? 0, end: end ?? start ?? 0 };
}
