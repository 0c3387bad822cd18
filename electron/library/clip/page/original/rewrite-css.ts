// Style sheets of a foreign page without an address that leads anywhere: token by token, as browsers read them, so that no
// spelling (escapes, comments, odd quotes) hides one.
import { type CssImport, readImport, wrapped } from './css-import.ts';
import {
  endOfComment,
  endOfName,
  endOfStatement,
  endOfString,
  functionName,
  isSpace,
  readUrl,
  withoutEscapes,
} from './css-scan.ts';

/** What stands for an address that is not stored: it is one, and nothing. */
export const NOWHERE = 'data:,';

/** Rules that load others, or say how addresses are meant. */
const DROPPED_RULES = new Set(['import', 'charset', 'namespace']);

/** Functions that take an address as a bare string, which may reach them through a variable. */
const LOADING = new Set(['image-set', '-webkit-image-set', 'image', 'src']);

/**
 * @param resolve what stands in the place of an address; null where it leads out of the library
 * @param load the sheet that another is made of, rewritten already; null where it is not in the library
 */
export function rewriteCss(
  source: string,
  resolve: (address: string) => string | null,
  load: (address: string) => string | null = () => null,
): string {
  const css = source.replace(/\r\n?|\f/g, '\n');
  const out: string[] = [];
  let at = 0;
  // Behind the first rule browsers load no sheet any more.
  let mayImport = true;
  while (at < css.length) {
    const sign = css[at] as string;
    if (sign === '/' && css[at + 1] === '*') {
      // Still parts what stands on both sides.
      out.push('/**/');
      at = endOfComment(css, at);
    } else if (sign === '"' || sign === "'") {
      mayImport = false;
      const end = endOfString(css, at);
      out.push(css.slice(at, end));
      at = end;
    } else if (sign === '@') {
      const end = endOfName(css, at + 1);
      const name = withoutEscapes(css.slice(at + 1, end)).toLowerCase();
      const after = endOfStatement(css, end);
      if (DROPPED_RULES.has(name)) {
        const isWhole = css[after - 1] === ';' || after === css.length;
        const isImport = name === 'import' && mayImport && isWhole;
        const asked = isImport ? readImport(css.slice(end, after)) : null;
        out.push(asked ? loaded(asked, load) : ' ');
        at = after;
      } else {
        mayImport &&= name === 'layer' && css[after - 1] === ';';
        out.push(css.slice(at, end));
        at = end;
        // Its names, in which nothing is an address.
        if (mayImport) {
          out.push(css.slice(end, after).replace(/[^\w\s.,;-]/g, ''));
          at = after;
        }
      }
    } else {
      mayImport &&= isSpace(sign);
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

function loaded(asked: CssImport, load: (address: string) => string | null): string {
  const css = load(asked.address);
  return css === null ? ' ' : wrapped(css, asked);
}

/** Inside double quotes, and inside a style element. */
const quoted = (address: string): string =>
  address.replace(/["\\\n<]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `);
