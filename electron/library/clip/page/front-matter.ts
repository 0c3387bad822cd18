// What stands above a Markdown text: the few lines of YAML that note-taking programs and site generators write. Read as
// lines rather than as YAML: names, texts and lists are all there is in it that concerns an article.
import { oneLine } from './one-line.ts';

export interface FrontMatter {
  /** By lower-case name. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly body: string;
}

const BLOCK = /^\ufeff?---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;
/** A text may well begin with a line across the page. */
const MAX_LENGTH = 50_000;

/** @param source with `\n` at the end of lines */
export function readFrontMatter(source: string): FrontMatter {
  const found = BLOCK.exec(source.slice(0, MAX_LENGTH));
  const lines = found?.[1]?.split('\n') ?? [];
  const fields = new Map<string, string[]>();
  let list: string[] | null = null;
  for (const line of lines) {
    const item = /^\s*-\s+(.*)$/.exec(line);
    if (item && list) {
      list.push(...textsOf(item[1] ?? '', false));
      continue;
    }
    const field = /^([\p{L}\w][\p{L}\w .-]*?)\s*:(?:\s+(.*))?$/u.exec(line);
    if (!field) continue;
    list = textsOf(field[2] ?? '', true);
    fields.set((field[1] ?? '').toLowerCase(), list);
  }
  if (!found || fields.size === 0)
    return { fields: new Map(), body: source.replace(/^\ufeff/, '') };
  return { fields, body: source.slice(found[0].length) };
}

/** The first of several names that has a value. */
export const fieldOf = ({ fields }: FrontMatter, ...names: readonly string[]): string[] =>
  names.map((name) => [...(fields.get(name) ?? [])]).find((texts) => texts.length > 0) ?? [];

function textsOf(value: string, mayBeList: boolean): string[] {
  const bare = value.replace(/(?:^|\s)#\s.*$/, '').trim();
  const inside = mayBeList ? /^\[(.*)\]$/s.exec(bare)?.[1] : undefined;
  const parts = inside === undefined ? [bare] : (inside.match(/"[^"]*"|'[^']*'|[^,]+/g) ?? []);
  return (
    parts
      .map((part) => oneLine(part.trim().replace(/^(["'])(.*)\1$/s, '$2')))
      // `|` and `>` say that a longer text follows, which is none of ours.
      .filter((part) => part !== '' && !/^(?:[|>][-+]?|null|~)$/.test(part))
  );
}
