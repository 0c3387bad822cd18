// What the words of a block look like, in numbers: no word itself counts, but how they are put together.
import type { Block } from '../blocks.ts';
import { findDate } from '../metadata/parse-date.ts';
import {
  AGENCY,
  BY,
  CREDIT,
  INVITE,
  LEAD_IN,
  READ_TIME,
  REPORTERS,
  RIGHTS,
} from '../role-words.ts';
import { eachElement, isElement, rawText } from '../tree.ts';

/** Longer lines are no bylines, and looking for a date in them costs time. */
const LONGEST_LINE = 20;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const flag = (is: boolean): number => (is ? 1 : 0);

/** @param found is given the numbers */
export function wordingOf(block: Block, found: Record<string, number>): void {
  const { text, words, linkWords } = block;
  const isLine = words <= LONGEST_LINE;
  found.words = words;
  found.linkWords = linkWords;
  found.linkShare = words === 0 ? 0 : linkWords / words;
  found.wordLength = text.length / Math.max(1, words);
  found.ends = flag(endsSentence(text));
  found.endsOpen = flag(/(?::|\.\.\.|…|[›»→>])$/u.test(text));
  found.sentences = count(text, /[.!?。！？]["”“’»)\]]*(?:\s|$)/gu);
  found.commas = count(text, /[,;、，]/gu) / Math.max(1, words);
  found.digits = count(text, /\d/g) / Math.max(1, text.length);
  found.capitals = count(text, /(?:^|\s)["“„(]?\p{Lu}/gu) / Math.max(1, words);
  found.startsLow = flag(/^\p{Ll}/u.test(text));
  found.startsQuote = flag(/^["“”„«»‘'–—-]/u.test(text));
  found.startsSign = flag(/^[^\p{L}\p{N}\s"“”„«»‘'(¿¡]/u.test(text));
  found.bars = count(text, /[|•·›»/]/g) / Math.max(1, words);
  found.asks = flag(/[?？]["”“’»)]*$/u.test(text));
  found.stressed = stressedShare(block);
  found.address = flag(/\S+@\S+\.\w{2,}|(?:https?:\/\/|www\.)\S/i.test(text));
  found.rights = flag(RIGHTS.test(text));
  found.invites = flag(words <= 45 && INVITE.test(text));
  found.leadsIn = flag(LEAD_IN.test(text));
  found.credits = flag((words <= 25 && CREDIT.test(text)) || (words <= 9 && AGENCY.test(text)));
  found.byline = flag(isLine && (BY.test(text) || REPORTERS.test(text)));
  found.readTime = flag(isLine && READ_TIME.test(text));
  found.dated = flag(isLine && /\d/.test(text) && findDate(text) !== null);
  found.clock = flag(isLine && /\b\d{1,2}[:.]\d{2}\b/.test(text));
}

export const endsSentence = (text: string): boolean => /[.!?…。！？]["”“’»›)\]]*$/u.test(text);

/** Share of the text in bold or italics. */
function stressedShare({ nodes, text }: Block): number {
  let stressed = 0;
  for (const node of nodes) {
    if (!isElement(node)) continue;
    if (STRESS.has(node.tagName)) stressed += rawText(node).length;
    else
      eachElement(node, (inner) => {
        if (!STRESS.has(inner.tagName)) return true;
        stressed += rawText(inner).length;
        return false;
      });
  }
  return Math.min(1, stressed / Math.max(1, text.length));
}

const STRESS = new Set(['b', 'strong', 'em', 'i']);
