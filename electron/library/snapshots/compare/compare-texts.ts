// Two reader texts beside each other: paragraph by paragraph, and word by word where a paragraph was changed.
import type { ComparedParagraph, ComparedRun, Comparison } from '#contract/types/comparison.ts';
import { countWords } from '../../clip/page/word-count.ts';
import { alignLines } from './align-lines.ts';
import { compareWords } from './compare-words.ts';
import { type Budget, newBudget } from './longest-common.ts';
import { pairParagraphs } from './pair-paragraphs.ts';
import { numbering } from './tokens.ts';

export type ComparedTexts = Omit<Comparison, 'from' | 'to'>;

/** Takes a few seconds at most, whatever the texts: where too much differs, it says what was replaced. */
export function compareTexts(from: string, to: string): ComparedTexts {
  const [old, now] = [linesOf(from), linesOf(to)];
  const numberOf = numbering();
  const number = (line: string) => numberOf(line.normalize('NFC').replace(/\s+/g, ' ').trim());
  const budget = newBudget();
  const result: { paragraphs: ComparedParagraph[]; isCoarse: boolean } = {
    paragraphs: [],
    isCoarse: false,
  };
  for (const stretch of alignLines(old.map(number), now.map(number), budget)) {
    const lines = now.slice(...stretch.to);
    if (stretch.same) add(result.paragraphs, 'kept', lines);
    else compareStretch(old.slice(...stretch.from), lines, budget, result);
  }
  const { paragraphs, isCoarse } = result;
  const words = wordsOf(paragraphs);
  return { paragraphs, isCoarse, addedWords: words.added, removedWords: words.removed };
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** Whole paragraphs, of which there may be too many for one call. */
function add(to: ComparedParagraph[], kind: ComparedRun['kind'], texts: readonly string[]): void {
  for (const text of texts) to.push({ kind, runs: [{ kind, text }] });
}

function compareStretch(
  old: readonly string[],
  now: readonly string[],
  budget: Budget,
  result: { paragraphs: ComparedParagraph[]; isCoarse: boolean },
): void {
  let [atOld, atNow] = [0, 0];
  const upTo = (untilOld: number, untilNow: number) => {
    add(result.paragraphs, 'removed', old.slice(atOld, untilOld));
    add(result.paragraphs, 'added', now.slice(atNow, untilNow));
    [atOld, atNow] = [untilOld + 1, untilNow + 1];
  };
  for (const pair of pairParagraphs(old, now)) {
    upTo(pair.from, pair.to);
    const { runs, isCoarse } = compareWords(
      old[pair.from] as string,
      now[pair.to] as string,
      budget,
    );
    result.isCoarse ||= isCoarse;
    result.paragraphs.push({ kind: 'changed', runs });
  }
  upTo(old.length, now.length);
}

function wordsOf(paragraphs: readonly ComparedParagraph[]) {
  const words = { kept: 0, added: 0, removed: 0 };
  for (const { runs } of paragraphs) {
    for (const { kind, text } of runs) if (kind !== 'kept') words[kind] += countWords(text);
  }
  return words;
}
