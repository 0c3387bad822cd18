// Style sheets of a foreign page without an address that leads anywhere: token by token, as browsers read them, so that no
// spelling (escapes, comments, odd quotes) hides one.

/** What stands for an address that is not stored: it is one, and nothing. */
export const NOWHERE = 'data:,';

/** Rules that load others, or say how addresses are meant. */
const DROPPED_RULES = new Set(['import', 'charset', 'namespace']);

/** Functions that take an address as a bare string, which may reach them through a variable. */
const LOADING = new Set(['image-set', '-webkit-image-set', 'image', 'src']);

/** @param resolve what stands in the place of an address; null where it leads out of the library */
export function rewriteCss(source: string, resolve: (address: string) => string | null): string {
  const css = source.replace(/\r\n?|\f/g, '\n');
  const out: string[] = [];
  let at = 0;
  while (at < css.length) {
    const sign = css[at] as string;
    if (sign === '/' && css[at + 1] === '*') {
      // Still parts what stands on both sides.
      out.push('/**/');
      at = endOfComment(css, at);
    } else if (sign === '"' || sign === "'") {
      const end = endOfString(css, at);
      out.push(css.slice(at, end));
      at = end;
    } else if (sign === '@') {
      const end = endOfName(css, at + 1);
      if (DROPPED_RULES.has(withoutEscapes(css.slice(at + 1, end)).toLowerCase())) {
        out.push(' ');
        at = endOfStatement(css, end);
      } else {
        out.push(css.slice(at, end));
        at = end;
      }
    } else {
      const end = endOfName(css, at);
      if (end === at) {
        out.push(sign);
        at++;
      } else if (css[end] !== '(') {
        out.push(css.slice(at, end));
        at = end;
      } else {
        const name = functionName(css.slice(at, end));
        if (name === 'url') {
          const url = readUrl(css, end + 1);
          out.push(`url("${quoted(resolve(url.address) ?? NOWHERE)}"${url.isClosed ? ')' : ''}`);
          at = url.end;
        } else {
          out.push(LOADING.has(name) ? 'none' : css.slice(at, end), '(');
          at = end + 1;
        }
      }
    }
  }
  return out.join('');
}

/** Browsers differ in which signs beyond ASCII can be part of a name: a function may begin behind one. */
const functionName = (raw: string): string =>
  withoutEscapes(raw)
    .toLowerCase()
    .replace(/^.*[^-\w]/s, '');

const isNameSign = (sign: string | undefined): boolean =>
  sign !== undefined && (/[-\w]/.test(sign) || sign >= '\u0080');

/** @returns the same place where there is no name */
function endOfName(css: string, from: number): number {
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

function endOfComment(css: string, from: number): number {
  const end = css.indexOf('*/', from + 2);
  return end < 0 ? css.length : end + 2;
}

/** Behind the closing quote, or before the line end that breaks it off. */
function endOfString(css: string, from: number): number {
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
function endOfStatement(css: string, from: number): number {
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
function readUrl(css: string, from: number): CssUrl {
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

const isSpace = (sign: string | undefined): boolean =>
  sign === ' ' || sign === '\t' || sign === '\n';

const withoutEscapes = (text: string): string =>
  text.replace(/\\(?:([\da-f]{1,6})[ \t\n]?|(\n)|(.))/gis, (_, hex, line, sign) => {
    if (line !== undefined) return '';
    if (sign !== undefined) return sign;
    const code = Number.parseInt(hex, 16);
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : '\ufffd';
  });

/** Inside double quotes, and inside a style element. */
const quoted = (address: string): string =>
  address.replace(/["\\\n<]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `);
