// Step 8: a paragraph that a column or a page cut in two is one. What stands between its parts comes after it: footnotes,
// captions, the next page's figures.
import {
  type Block,
  type BodyType,
  endsSentence,
  hasMarker,
  isSameSize,
  startsSentence,
} from './blocks.ts';

/** @param regions in reading order, over all pages */
export function joinParts(regions: readonly (readonly Block[])[], body: BodyType): Block[] {
  const joined: Block[] = [];
  /** Where in `joined` the last paragraph of running text is, while it may go on. */
  let open: number | null = null;
  for (const blocks of regions) {
    let isFirst = true;
    for (const block of blocks) {
      const isBody = isSameSize(block.size, body.size) && !block.lines.some(({ isMono }) => isMono);
      if (!isBody) {
        // A heading ends what came before it; small print does not.
        if (block.size > body.size) open = null;
        joined.push(block);
        continue;
      }
      const before = open === null ? undefined : joined[open];
      if (isFirst && before && open !== null && continues(before, block)) {
        joined[open] = {
          ...before,
          lines: [...before.lines, ...block.lines],
          isFull: block.isFull,
        };
      } else {
        open = joined.push(block) - 1;
      }
      isFirst = false;
    }
  }
  return joined;
}

function continues(before: Block, block: Block): boolean {
  const end = before.lines.at(-1)?.text ?? '';
  const start = block.lines[0]?.text ?? '';
  if (/[\p{L}][-‐\u00ad]$/u.test(end)) return true;
  if (endsSentence(end) || hasMarker(start)) return false;
  return !startsSentence(start) || before.isFull;
}
