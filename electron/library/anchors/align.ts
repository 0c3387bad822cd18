// Aligns a needle with the place that a chain points to.
import { alignGap, type Run } from './align-gap.ts';
import type { Chain } from './chains.ts';
import type { Folded } from './fold.ts';
import type { Needle } from './needle.ts';
import { wordBorders } from './words.ts';

/** Chains know nothing of words: so much of the ends of each stretch is left to the alignment that does. */
const RETRACT = 12;
/** How much of a needle is looked for beyond the outermost stretch. */
const BEYOND = 600;

/** @returns the runs that needle and text share, in order in both */
export function align(needle: Needle, haystack: Folded, chain: Chain): Run[] {
  const blocks = chain.map(retract);
  const runs: Run[] = [];
  const between = (
    needleFrom: number,
    needleTo: number,
    textFrom: number,
    textTo: number,
    attached: { before: boolean; after: boolean },
  ) => {
    if (needleFrom >= needleTo || textFrom >= textTo) return;
    const borders = wordBorders(haystack, textFrom, textTo);
    runs.push(
      ...alignGap(
        {
          text: needle.text,
          from: needleFrom,
          to: needleTo,
          borders: needle.borders,
          bordersFrom: 0,
        },
        { text: haystack.text, from: textFrom, to: textTo, borders, bordersFrom: textFrom },
        attached,
        needle,
      ),
    );
  };

  let last: Run | null = null;
  for (const block of blocks) {
    if (last) {
      between(last.needle + last.length, block.needle, last.text + last.length, block.text, {
        before: true,
        after: true,
      });
    } else {
      const from = Math.max(0, block.needle - BEYOND);
      const wide = roomFor(block.needle - from);
      between(from, block.needle, Math.max(0, block.text - wide), block.text, {
        before: false,
        after: true,
      });
    }
    runs.push(block);
    last = block;
  }
  if (last) {
    const needleFrom = last.needle + last.length;
    const textFrom = last.text + last.length;
    const to = Math.min(needle.text.length, needleFrom + BEYOND);
    const wide = roomFor(to - needleFrom);
    between(needleFrom, to, textFrom, Math.min(haystack.text.length, textFrom + wide), {
      before: true,
      after: false,
    });
  }
  return joined(runs);
}

const roomFor = (length: number): number => length + (length >> 2) + 96;

function retract({ needle, text, length }: Run): Run {
  const by = Math.min(RETRACT, (length - 1) >> 1);
  return { needle: needle + by, text: text + by, length: length - 2 * by };
}

/** Runs that touch in both are one. */
function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (last && last.needle + last.length === run.needle && last.text + last.length === run.text)
      out[out.length - 1] = { ...last, length: last.length + run.length };
    else out.push(run);
  }
  return out;
}
