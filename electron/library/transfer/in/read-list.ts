// Lists as they stand in one cell: JSON, what Python prints of a list, and what others write between brackets.
import { someText } from './some-text.ts';

/**
 * `["don't", 'favorite', two words]`: either quote, backslashes before characters, or no quotes at all. Without brackets it is
 * words between commas.
 */
export function readList(text: string): string[] {
  const trimmed = text.trim();
  // What breaks off has no closing one.
  const inside = trimmed.startsWith('[') ? trimmed.slice(1).replace(/\]$/, '') : trimmed;
  const found: string[] = [];
  for (let at = 0; at < inside.length; ) {
    const [match = '', double, single, bare = ''] =
      PART.exec(inside.slice(at, at + MAX_PART)) ?? [];
    const value = double ?? single;
    const part = someText(value === undefined ? bare : value.replace(ESCAPED, unescapeOne));
    if (part !== null) found.push(part);
    at += match.length || 1;
  }
  return found;
}

/** Characters of one part; a name is shorter. */
const MAX_PART = 2000;
const PART = /^\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^,]*))\s*(?:,|$)?/s;
const ESCAPED = /\\(?:u([\da-f]{4})|x([\da-f]{2})|(.))/gis;

function unescapeOne(_: string, wide?: string, narrow?: string, one = ''): string {
  const code = wide ?? narrow;
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
  return one === 'n' || one === 't' || one === 'r' ? ' ' : one;
}
