// How good a choice of texts is, as the scorer of the test data counts: the mean share of four-word runs for whole texts, and
// how many of the strings are there that should be.
import type { LabelledPage } from './labelled-pages.ts';

export interface Figures {
  readonly fullText: number;
  readonly segments: number;
}

export function figuresOf(
  results: readonly { readonly page: LabelledPage; readonly text: string }[],
): Figures {
  const precision: number[] = [];
  const recall: number[] = [];
  let [right, wrong, missed] = [0, 0, 0];
  for (const { page, text } of results) {
    if (page.body !== null) {
      const own = fours(text);
      const truth = fours(page.body);
      let common = 0;
      for (const [run, count] of own) common += Math.min(count, truth.get(run) ?? 0);
      if (own.size > 0) precision.push(common / sum(own.values()));
      recall.push(common / Math.max(1, sum(truth.values())));
      continue;
    }
    const whole = flat(text);
    for (const segment of page.wanted)
      if (whole.includes(flat(segment))) right++;
      else missed++;
    for (const segment of page.unwanted) if (whole.includes(flat(segment))) wrong++;
  }
  const [p, r] = [mean(precision), mean(recall)];
  return {
    fullText: (2 * p * r) / (p + r),
    segments: (2 * right) / (2 * right + wrong + missed),
  };
}

function fours(text: string): Map<string, number> {
  const tokens = text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
  const runs = new Map<string, number>();
  for (let at = 0; at < Math.max(1, tokens.length - 3); at++) {
    const run = tokens.slice(at, at + 4).join(' ');
    if (run !== '') runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  return runs;
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
const sum = (numbers: Iterable<number>): number => {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
};
const mean = (numbers: readonly number[]): number => sum(numbers) / Math.max(1, numbers.length);
