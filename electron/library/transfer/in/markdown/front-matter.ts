// The facts above a Markdown text. YAML, with every value as the text that stands there; where it is none, as its authors' editors let
// happen, line by line as clipping reads it.
import { parse } from 'yaml';
import { type FrontMatter, readFrontMatter } from '../../../clip/page/front-matter.ts';

const BLOCK = /^\ufeff?---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;
/** As clipping has it: a text may well begin with a line across the page. */
const MAX_LENGTH = 50_000;

/** @param source with `\n` at the end of lines. Names in lower case, `_` for what stands between their words. */
export function factsAbove(source: string): FrontMatter {
  const found = BLOCK.exec(source.slice(0, MAX_LENGTH));
  const lines = readFrontMatter(source);
  // Where there is no line with a name, it is text between two lines across the page.
  if (!found || lines.fields.size === 0) return lines;
  const fields = fromYaml(found[1] ?? '') ?? lines.fields;
  const named = [...fields].map(([name, values]) => [nameOf(name), values] as const);
  return { fields: new Map(named), body: source.slice(found[0].length) };
}

/** @returns null for what is no YAML, or no list of names */
function fromYaml(source: string): FrontMatter['fields'] | null {
  try {
    const read: unknown = parse(source, {
      // Dates and numbers stay as they were written.
      schema: 'failsafe',
      uniqueKeys: false,
      logLevel: 'error',
    });
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return null;
    return new Map(Object.entries(read).map(([name, value]) => [name, textsIn(value)]));
  } catch {
    return null; // Whatever is wrong with it, or however deep it goes.
  }
}

const textsIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) =>
    typeof one === 'string' && one.trim() !== '' ? one.trim() : [],
  );

const nameOf = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
