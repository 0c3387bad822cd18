// What of the article is read aloud, in order: its sentences without captions, and one word for each block of code.
import { articleText } from '../article-text.ts';
import { content } from '../content.ts';
import { lastAt } from '../last-at.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

export interface Piece extends Sentence {
  readonly isCode: boolean;
}

export function piecesOf(lang: string | null): readonly Piece[] {
  const { text, offsetOf } = articleText();
  const blocks = [...content().querySelectorAll('pre, figcaption')]
    .filter((block) => !block.parentElement?.closest('pre, figcaption'))
    .map((block) => ({
      start: offsetOf(block, 0),
      end: offsetOf(block, block.childNodes.length),
      isCode: block.localName === 'pre',
    }));
  const starts = blocks.map(({ start }) => start);
  const pieces: Piece[] = [];
  let said = -1;
  for (const sentence of sentencesOf(text, lang)) {
    const index = lastAt(starts, sentence.start);
    const block = blocks[index];
    if (!block || sentence.start >= block.end) pieces.push({ ...sentence, isCode: false });
    else if (block.isCode && said !== index) {
      said = index;
      pieces.push({ ...sentence, end: Math.max(sentence.end, block.end - 1), isCode: true });
    }
  }
  return pieces;
}
