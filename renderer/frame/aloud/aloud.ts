// The article's part in being read aloud: which sentence is next, and its mark, kept in sight.
import { articleText } from '../article-text.ts';
import { content } from '../content.ts';
import type { AloudAct } from '../messages/aloud.ts';
import type { FrameNews } from '../messages/from-frame.ts';
import { rangeAtTop } from '../place.ts';
import { type Piece, piecesOf } from './pieces.ts';

const MARK = 'aloud';

export function makeAloud(tell: (news: FrameNews) => void): (act: AloudAct) => void {
  let pieces: readonly Piece[] = [];
  let at = 0;
  const lang = content().lang || document.documentElement.lang;

  const say = () => {
    const piece = pieces[at];
    const range = piece ? articleText().rangeOf(piece.start, piece.end) : null;
    mark(range);
    const text = piece && !piece.isCode ? articleText().text.slice(piece.start, piece.end) : '';
    tell({ kind: 'aloud', text, isCode: piece?.isCode ?? false, lang });
  };
  const paragraphFrom = (index: number, by: 1 | -1): number => {
    const here = pieces[index]?.paragraph;
    const next = by === 1 ? index : pieces.findIndex(({ paragraph }) => paragraph === here);
    // Back leads to the beginning of this paragraph first, as with music.
    if (by === -1) return next < index ? next : firstOf(pieces[next - 1]);
    const found = pieces.findIndex(({ paragraph }, other) => other > index && paragraph !== here);
    return found < 0 ? pieces.length : found;
  };
  const firstOf = (piece: Piece | undefined): number =>
    Math.max(
      0,
      pieces.findIndex(({ paragraph }) => paragraph === piece?.paragraph),
    );

  const acts: Readonly<Record<AloudAct, () => void>> = {
    start() {
      pieces = piecesOf(lang || null);
      const from = startOffset();
      const first = pieces.findIndex(({ end }) => end > from);
      at = first < 0 ? pieces.length : first;
      say();
    },
    next() {
      at = Math.min(at + 1, pieces.length);
      say();
    },
    previous() {
      at = Math.max(0, at - 1);
      say();
    },
    'next-paragraph'() {
      at = paragraphFrom(at, 1);
      say();
    },
    'previous-paragraph'() {
      at = paragraphFrom(at, -1);
      say();
    },
    stop: () => mark(null),
  };
  return (act) => acts[act]();
}

/** At what is selected, else at the first line on screen. */
function startOffset(): number {
  const { offsetOf } = articleText();
  const selection = getSelection();
  if (selection && !selection.isCollapsed && selection.rangeCount > 0) {
    const { startContainer, startOffset: offset } = selection.getRangeAt(0);
    if (content().contains(startContainer)) return offsetOf(startContainer, offset);
  }
  const top = window.scrollY > 0 ? rangeAtTop() : null;
  return top ? offsetOf(top.startContainer, top.startOffset) : 0;
}

function mark(range: Range | null): void {
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete(MARK);
  if (!range) return;
  const highlight = new Highlight(range);
  highlight.priority = 10;
  CSS.highlights.set(MARK, highlight);
  const { top, bottom } = range.getBoundingClientRect();
  const { innerHeight, scrollY } = window;
  if (top < innerHeight * 0.06 || bottom > innerHeight * 0.8) {
    window.scrollTo({ top: scrollY + top - innerHeight * 0.25 });
  }
}
