// Sheets that a style sheet is made of (`@import`), in its place: nothing is loaded where a page is shown as it was saved.
import { endOfString, functionName, readUrl, withoutEscapes } from './css-scan.ts';

export interface CssImport {
  readonly address: string;
  /** Where it counts, as rules around it would say: `@media print`, the outermost first. */
  readonly within: readonly string[];
}

const LAYER = /^layer(?:\(\s*([\w.-]+)\s*\))?(?=\s|$)\s*/i;
const SUPPORTS = /^supports\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)\s*/i;
/** Nothing that could be another rule, a string or an address. */
const TAME = /^[\w\s,.:()/%+*<>=!-]*$/;

/** @param statement what follows `@import`, up to its end. @returns null where it says nothing that we understand */
export function readImport(statement: string): CssImport | null {
  const text = statement.replace(/\/\*[\s\S]*?\*\//g, ' ').trimStart();
  const quote = text[0];
  let address: string;
  let rest: string;
  if (quote === '"' || quote === "'") {
    const end = endOfString(text, 0);
    address = withoutEscapes(text.slice(1, end - 1));
    rest = text.slice(end);
  } else {
    const open = text.indexOf('(');
    if (open < 0 || functionName(text.slice(0, open)) !== 'url') return null;
    const url = readUrl(text, open + 1);
    address = url.address;
    rest = text.slice(url.end).replace(url.isClosed ? '' : /^\s*\)/, '');
  }
  const where = rest.replace(/;$/, '').trim();
  if (!TAME.test(where) || /url|image|src/i.test(where)) return null;
  return { address, within: rulesAround(where) };
}

function rulesAround(where: string): string[] {
  const within: string[] = [];
  let rest = where;
  const layer = LAYER.exec(rest);
  rest = rest.slice(layer?.[0].length ?? 0);
  const supports = SUPPORTS.exec(rest);
  rest = rest.slice(supports?.[0].length ?? 0).trim();
  if (rest !== '') within.push(`@media ${rest}`);
  if (supports) within.push(`@supports ${conditionOf(supports[1] ?? '')}`);
  if (layer) within.push(`@layer ${layer[1] ?? ''}`);
  return within;
}

/** `supports(display: grid)` may leave out the brackets that the rule wants. */
const conditionOf = (condition: string): string =>
  /^\s*(?:\(|not\b|selector\()/i.test(condition) ? condition : `(${condition})`;

/** Whatever it breaks off in, a string or an escape, ends before what follows. */
export const wrapped = (css: string, { within }: CssImport): string =>
  `${within.map((rule) => `${rule} {`).join('')}${css}\n\n${'}'.repeat(within.length)}`;
