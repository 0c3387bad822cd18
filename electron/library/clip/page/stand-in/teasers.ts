// Lines that are about other pages: under headings that are links, in rows of at least two, and after a heading that says
// so. On the page of an article they are furniture; beside an error they are most of the text, and none of it counts.
import { LEAD_IN } from '../role-words.ts';
import type { Line } from './lines.ts';
import { lower } from './wording.ts';

const MORE =
  /^\W*(?:latest|most (?:read|popular|viewed)|popular(?: now)?|top stories|trending|recent (?:posts|articles|stories)|meistgelesen|neueste|aktuelle|les plus (?:lus|récents)|à la une|dernières?|lo más (?:leído|visto)|últim[ao]s|i più letti|ultim[aei]|mais lid[ao]s|meest gelezen|laatste|najnowsze|najczęściej czytane|последние|самое читаемое|популярн|son (?:haberler|dakika)|çok okunan|最新|人気|热门|熱門|최신|인기|أحدث|الأكثر قراءة)/u;

/** Of a teaser: words and lines under its heading, and words of one line, which in a text may have more. */
const LONGEST = 60;
const MOST_LINES = 3;
const LONGEST_LINE = 40;

/** Neither the headline of a page nor a paragraph of a text. */
const isBrief = ({ heading, words, isBeside }: Line): boolean =>
  isBeside || (heading !== 1 && words <= LONGEST_LINE);

const isLink = ({ heading, words, text }: Line): boolean =>
  heading > 0 && words === 0 && text.length > 8;

/** @returns the lines with nothing counted of those about other pages */
export function withoutTeasers(lines: readonly Line[], title: string): Line[] {
  const end = lines.findIndex(
    ({ heading, text, isBeside }) => heading > 1 && !isBeside && isAboutOthers(text),
  );
  const from = end >= 0 && lines.slice(end).every(isBrief) ? end : lines.length;
  const teased = new Set<Line>();
  const named = lower(title);
  let rows = 0;
  lines.slice(0, from).forEach((line, at) => {
    if (!isLink(line) || named.includes(lower(line.text))) return;
    const next = lines.slice(at + 1, at + 1 + MOST_LINES + 1);
    const own = next.slice(0, endOfTeaser(next));
    const words = own.reduce((sum, one) => sum + one.words, 0);
    if (own.length > MOST_LINES || words > LONGEST) return;
    rows++;
    for (const one of own) teased.add(one);
  });
  return lines.map((line, at) =>
    at >= from
      ? { ...line, isBeside: true }
      : rows > 1 && teased.has(line)
        ? { ...line, words: 0 }
        : line,
  );
}

const isAboutOthers = (text: string): boolean => {
  const line = lower(text);
  return line.length < 60 && (LEAD_IN.test(line) || MORE.test(line));
};

const endOfTeaser = (lines: readonly Line[]): number => {
  const at = lines.findIndex(({ heading, isBeside }) => heading > 0 || isBeside);
  return at < 0 ? lines.length : at;
};
