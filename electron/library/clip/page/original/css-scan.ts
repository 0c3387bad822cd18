// How far the tokens of a style sheet reach, as browsers read them: names with escapes, strings, comments, addresses.

/** Browsers differ in which signs beyond ASCII can be part of a name: a function may begin behind one. */
export const functionName = (raw: string): string =>
  withoutEscapes(raw)
    .toLowerCase()
    .replace(/^.*[^-\w]/s, '');

const isNameSign = (sign: string | undefined): boolean =>
  sign !== undefined && (/[-\w]/.test(sign) || sign >= '\u0080');

/** @returns the same place where there is no name */
export function endOfName(css: string, from: number): number {
  let at = from;
  for (;;) {
    if (isNameSign(css[at])) at++;
    else if (css[at] === '\\' && at + 1 < css.length && css[at + 1] !== '\n') {
      at = endOfEscape(css, at);
    } else return at;
  }
}

function endOfEscape(css: string, backslash: number): number {
  const hex = /^[\da-f]{1,6}/i.exec(css.slice(backslash + 1, backslash + 7))?.[0];
  if (hex === undefined) return backslash + 2;
  const end = backslash + 1 + hex.length;
  return /[ \t\n]/.test(css[end] ?? '') ? end + 1 : end;
}

export function endOfComment(css: string, from: number): number {
  const end = css.indexOf('*/', from + 2);
  return end < 0 ? css.length : end + 2;
}

/** Behind the closing quote, or before the line end that breaks it off. */
export function endOfString(css: string, from: number): number {
  const quote = css[from];
  let at = from + 1;
  while (at < css.length) {
    const sign = css[at];
    if (sign === quote) return at + 1;
    if (sign === '\n') return at;
    at += sign === '\\' ? 2 : 1;
  }
  return css.length;
}

/** Behind the semicolon; before a brace, since what it opens or closes is not part of the statement. */
export function endOfStatement(css: string, from: number): number {
  let at = from;
  while (at < css.length) {
    const sign = css[at];
    if (sign === ';') return at + 1;
    if (sign === '{' || sign === '}') return at;
    if (sign === '"' || sign === "'") at = endOfString(css, at);
    else if (sign === '/' && css[at + 1] === '*') at = endOfComment(css, at);
    else {
      const end = endOfName(css, at);
      const isUrl = css[end] === '(' && functionName(css.slice(at, end)) === 'url';
      at = isUrl ? readUrl(css, end + 1).end : Math.max(end, at + 1);
    }
  }
  return css.length;
}

interface CssUrl {
  readonly address: string;
  readonly end: number;
  /** Without quotes up to the bracket; with them, more may follow in it. */
  readonly isClosed: boolean;
}

/** @param from behind the bracket */
export function readUrl(css: string, from: number): CssUrl {
  let at = from;
  while (isSpace(css[at])) at++;
  const quote = css[at];
  if (quote === '"' || quote === "'") {
    const end = endOfString(css, at);
    const isWhole = end - at >= 2 && css[end - 1] === quote;
    return {
      address: withoutEscapes(css.slice(at + 1, isWhole ? end - 1 : end)),
      end,
      isClosed: false,
    };
  }
  const start = at;
  while (at < css.length && css[at] !== ')') at += css[at] === '\\' ? 2 : 1;
  const raw = css.slice(start, at).replace(/[ \t\n]+$/, '');
  // One with such a sign in it is none, and ends at the bracket all the same.
  const address = /["'(\s]/.test(raw.replace(/\\(?:[\da-f]{1,6}\s?|.)/gis, ''))
    ? ''
    : withoutEscapes(raw);
  return { address, end: Math.min(at + 1, css.length), isClosed: true };
}

export const isSpace = (sign: string | undefined): boolean =>
  sign === ' ' || sign === '\t' || sign === '\n';

export const withoutEscapes = (text: string): string =>
  text.replace(/\\(?:([\da-f]{1,6})[ \t\n]?|(\n)|(.))/gis, (_, hex, line, sign) => {
    if (line !== undefined) return '';
    if (sign !== undefined) return sign;
    const code = Number.parseInt(hex, 16);
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : '\ufffd';
  });
