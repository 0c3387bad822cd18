// Reads what a person typed as a query. Any text is one: what means nothing is left out, and said in a hint.
import { isOfRun } from './fold-table.ts';
import { lookupTokens } from './lookup-tokens.ts';
import {
  type All,
  type FilterTerm,
  isTextTerm,
  type Not,
  type Term,
  type TextTerm,
} from './query-tree.ts';

/** More than anyone types; bounds the work of a pasted page. */
export const MAX_TERMS = 32;
/** A longer phrase is looked up by its beginning. */
export const MAX_PHRASE_TOKENS = 32;
/** Each short one stands for hundreds of words, which takes tens of milliseconds; a single letter counts twice. */
const SHORT_BEGINNINGS = 2;
const SHORT_BEGINNING_LETTERS = 3;

export interface ParsedQuery {
  readonly root: All;
  /** What was not understood or left out, as sentences. */
  readonly hints: readonly string[];
}

/** A host has at most 253 characters; this leaves room for a scheme. */
const MAX_SITE_LENGTH = 300;

/** Opening quotes with everything that may close them; keyboards and phones mix them. */
const closingQuotes = new Map(
  Object.entries({
    '"': '"“”＂',
    '＂': '＂"',
    '“': '”“"',
    '”': '”"',
    '„': '“”"‟',
    '‟': '”"',
    '«': '»',
    '»': '«»',
    '‹': '›',
    '›': '‹›',
    '「': '」',
    '『': '』',
    '｢': '｣',
    '〝': '〞〟',
  }),
);

interface Field {
  readonly read: (value: string) => FilterTerm | null;
  /** Said where the value is missing. */
  readonly example: string;
}

/** `name:value` filters. A name that is not here is an ordinary word. */
const fields = new Map<string, Field>([
  ['tag', { read: readTag, example: 'tag:history' }],
  ['site', { read: readSite, example: 'site:example.org' }],
]);

/** Linear in the length of the text. */
export function parseQuery(text: string): ParsedQuery {
  const found: (Term | Not)[] = [];
  const hints = new Set<string>();
  const seen = new Set<string>();
  let shortBeginnings = SHORT_BEGINNINGS;
  const reader = new Reader(text);
  while (!reader.atEnd()) {
    const negative = reader.takeMinus();
    const term = readTerm(reader, hints);
    if (!term) continue;
    const key = JSON.stringify([negative, isTextTerm(term) ? [term.tokens, term.open] : term]);
    if (seen.has(key)) continue;
    const cost = costOfBeginning(term);
    if (cost > shortBeginnings) {
      hints.add('Not every beginning of a word was used: give more of its letters.');
      continue;
    }
    shortBeginnings -= cost;
    if (found.length === MAX_TERMS) {
      hints.add(`Only the first ${MAX_TERMS} words were searched for.`);
      break;
    }
    seen.add(key);
    found.push(negative ? { kind: 'not', of: term } : term);
  }
  return { root: { kind: 'all', of: found }, hints: [...hints] };
}

function costOfBeginning(term: Term): number {
  if (!isTextTerm(term) || !term.open) return 0;
  const last = term.tokens.at(-1) ?? '';
  // A single character of Thai is the beginning of a few dozen pairs only.
  if (isOfRun(last)) return 0;
  const letters = [...last].length;
  return letters === 1 ? 2 : letters <= SHORT_BEGINNING_LETTERS ? 1 : 0;
}

function readTerm(reader: Reader, hints: Set<string>): Term | null {
  const quoted = reader.takeQuoted();
  if (quoted !== null) return textTerm('phrase', quoted, hints);

  const name = reader.takeFieldName();
  if (name !== null) {
    const field = fields.get(name) as Field;
    const filter = field.read(reader.takeQuoted() ?? reader.takeWord());
    if (!filter) hints.add(`“${name}:” needs a value, as in ${field.example}.`);
    return filter;
  }

  const word = reader.takeWord();
  const end = endWithoutStars(word);
  return textTerm('word', word.slice(0, end), hints, end < word.length);
}

function textTerm(
  kind: TextTerm['kind'],
  text: string,
  hints: Set<string>,
  starred = false,
): TextTerm | null {
  const { tokens, open } = lookupTokens(text, starred);
  if (tokens.length === 0) return null;
  if (tokens.length <= MAX_PHRASE_TOKENS) return { kind, text, tokens, open };
  hints.add(`A phrase was searched for by its first ${MAX_PHRASE_TOKENS} words.`);
  return { kind, text, tokens: tokens.slice(0, MAX_PHRASE_TOKENS), open: false };
}

function endWithoutStars(word: string): number {
  let end = word.length;
  while (word[end - 1] === '*' || word[end - 1] === '＊') end--;
  return end;
}

function readTag(value: string): FilterTerm | null {
  const name = value.replace(/\s+/g, ' ').trim();
  return name === '' ? null : { kind: 'tag', name };
}

/** Takes an address for the host in it, and any spelling of a host for the one that is stored. */
function readSite(value: string): FilterTerm | null {
  const typed = value
    .trim()
    .slice(0, MAX_SITE_LENGTH)
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/[/?#].*$/s, '');
  const url = `http://${typed}`;
  const spelled = URL.canParse(url) ? new URL(url).hostname : typed.toLowerCase();
  const host = spelled.replace(/^www\.(?=.+\.)/, '').replace(/^\.+|\.+$/g, '');
  return host === '' ? null : { kind: 'site', host };
}

/** A cursor over the query that knows quotes, white space and field names. */
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Skips white space. */
  atEnd(): boolean {
    while (this.#at < this.#text.length && isSpace(this.#text[this.#at])) this.#at++;
    return this.#at >= this.#text.length;
  }

  /** A minus that something follows without a space. */
  takeMinus(): boolean {
    const minus = /[-－−]/.test(this.#text[this.#at] ?? '');
    const next = this.#text[this.#at + 1];
    if (!minus || next === undefined || isSpace(next)) return false;
    this.#at++;
    return true;
  }

  /** What stands in quotes here; one that nothing closes reaches to the end. Null where no quote opens. */
  takeQuoted(): string | null {
    const closing = closingQuotes.get(this.#text[this.#at] ?? '');
    if (closing === undefined) return null;
    const start = ++this.#at;
    while (this.#at < this.#text.length && !closing.includes(this.#text[this.#at] as string)) {
      this.#at++;
    }
    return this.#text.slice(start, this.#at++);
  }

  /** `name:` of a field that exists, lower case. */
  takeFieldName(): string | null {
    // No field has a long name, so this looks at a few characters only.
    const found = /^(\p{L}{1,20})[:：]/u.exec(this.#text.slice(this.#at, this.#at + 42));
    const name = found?.[1]?.toLowerCase();
    if (!found || name === undefined || !fields.has(name)) return null;
    this.#at += found[0].length;
    return name;
  }

  /** Up to the next white space; a quote within it is part of it, as in צה"ל or 5". */
  takeWord(): string {
    const start = this.#at;
    while (this.#at < this.#text.length && !isSpace(this.#text[this.#at])) this.#at++;
    return this.#text.slice(start, this.#at);
  }
}

// Not \s, which counts U+FEFF as space: folding drops it without a trace.
const isSpace = (char: string | undefined): boolean =>
  char !== undefined && /\p{White_Space}/u.test(char);
