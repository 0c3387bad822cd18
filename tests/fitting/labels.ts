// What is true of blocks: 1 text, 0 no text, null where the labels of a page do not say.
import type { Block } from '#library/clip/page/blocks.ts';
import type { LabelledPage } from './labelled-pages.ts';

export type Label = 1 | 0 | null;

/** A block of which a good part is wanted and a good part is not teaches nothing. */
const MOSTLY = 0.7;
const HARDLY = 0.3;

export function labelsOf(blocks: readonly Block[], page: LabelledPage): Label[] {
  return page.body === null ? bySegments(blocks, page) : byBody(blocks, page.body);
}

function bySegments(blocks: readonly Block[], { wanted, unwanted }: LabelledPage): Label[] {
  const labels: Label[] = blocks.map(() => null);
  const texts = blocks.map(({ text }) => flat(text));
  const whole = texts.join(' ');
  const starts: number[] = [];
  let start = 0;
  for (const text of texts) {
    starts.push(start);
    start += text.length + 1;
  }
  const put = (segments: readonly string[], label: 1 | 0) => {
    for (const segment of segments.map(flat)) {
      if (segment === '') continue;
      for (let at = whole.indexOf(segment); at >= 0; at = whole.indexOf(segment, at + 1))
        texts.forEach((text, index) => {
          const from = starts[index] ?? 0;
          if (from < at + segment.length && from + text.length > at) labels[index] = label;
        });
    }
  };
  put(unwanted, 0);
  put(wanted, 1);
  return labels;
}

/** Four words in a row that the body has, too; shorter blocks by their place between two that are in it. */
function byBody(blocks: readonly Block[], body: string): Label[] {
  const bodyTokens = tokens(body);
  const fours = new Set(bodyTokens.map((_, at) => bodyTokens.slice(at, at + 4).join(' ')));
  const lines = new Set(body.split('\n').map((line) => tokens(line).join(' ')));
  const joined = ` ${bodyTokens.join(' ')} `;
  return blocks.map(({ text }): Label => {
    const own = tokens(text);
    if (own.length === 0) return null;
    if (own.length < 6) {
      const all = own.join(' ');
      if (lines.has(all)) return 1;
      return joined.includes(` ${all} `) ? null : 0;
    }
    let inside = 0;
    for (let at = 0; at + 4 <= own.length; at++)
      if (fours.has(own.slice(at, at + 4).join(' '))) inside++;
    const share = inside / (own.length - 3);
    return share >= MOSTLY ? 1 : share <= HARDLY ? 0 : null;
  });
}

const tokens = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
