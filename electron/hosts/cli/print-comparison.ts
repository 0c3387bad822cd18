// What differs between two versions, on a terminal: the paragraphs that changed, what went in [-…-] and what came in {+…+}.
import type { ComparedRun, Comparison } from '#contract/types/comparison.ts';
import { type Output, withoutControls } from './output.ts';

export function printComparison(comparison: Comparison, output: Output): void {
  const { paragraphs, addedWords, removedWords } = comparison;
  const { line, style } = output;
  let unchanged = 0;
  const skip = () => {
    if (unchanged > 0) line(style.faint(`… ${unchanged} unchanged`));
    unchanged = 0;
  };
  for (const { kind, runs } of paragraphs) {
    if (kind === 'kept') {
      unchanged++;
      continue;
    }
    skip();
    line(runs.map((run) => marked(run, output)).join(''));
  }
  skip();
  line(style.strong(`${addedWords} added, ${removedWords} removed`));
}

function marked({ kind, text }: ComparedRun, { style }: Output): string {
  const clean = withoutControls(text);
  if (kind === 'kept') return clean;
  return kind === 'added' ? style.strong(`{+${clean}+}`) : style.faint(`[-${clean}-]`);
}
