// A cursor over the text of a query that knows quotes, brackets, white space and names of fields.

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

export class QueryCursor {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Skips white space. */
  atEnd(): boolean {
    while (this.at < this.text.length && isSpace(this.text[this.at])) this.at++;
    return this.at >= this.text.length;
  }

  /** A minus that something follows without a space. */
  takeMinus(): boolean {
    const minus = /[-－−]/.test(this.text[this.at] ?? '');
    const next = this.text[this.at + 1];
    if (!minus || next === undefined || isSpace(next)) return false;
    this.at++;
    return true;
  }

  takeOpening(): boolean {
    return this.#takeOne(isOpening);
  }

  takeClosing(): boolean {
    return this.#takeOne(isClosing);
  }

  /** OR, AND or NOT in capitals, with white space, a bracket or the end behind it. */
  takeOperator(): 'OR' | 'AND' | 'NOT' | null {
    const found = /^(OR|AND|NOT)(?=[\p{White_Space}()（）"“„«]|$)/u.exec(
      this.text.slice(this.at, this.at + 4),
    );
    if (!found) return null;
    this.at += found[0].length;
    return found[1] as 'OR' | 'AND' | 'NOT';
  }

  /** What stands in quotes here; one that nothing closes reaches to the end. Null where no quote opens. */
  takeQuoted(): string | null {
    const closing = closingQuotes.get(this.text[this.at] ?? '');
    if (closing === undefined) return null;
    const start = ++this.at;
    while (this.at < this.text.length && !closing.includes(this.text[this.at] as string)) {
      this.at++;
    }
    const quoted = this.text.slice(start, this.at);
    this.at = Math.min(this.at + 1, this.text.length);
    return quoted;
  }

  /** `name:` where there is such a name, lower case. */
  takeName(isName: (name: string) => boolean): string | null {
    // No field has a long name, so this looks at a few characters only.
    const found = /^(\p{L}{1,20})[:：]/u.exec(this.text.slice(this.at, this.at + 42));
    const name = found?.[1]?.toLowerCase();
    if (!found || name === undefined || !isName(name)) return null;
    this.at += found[0].length;
    return name;
  }

  /** A whole number with a bracket behind it, before that bracket; null for anything else. */
  takeNumberBeforeBracket(): number | null {
    const found = /^(\d{1,4})[(（]/.exec(this.text.slice(this.at, this.at + 5));
    if (!found) return null;
    this.at += (found[1] as string).length;
    return Number(found[1]);
  }

  /**
   * Up to the next white space; a quote within it is part of it, as in צה"ל or 5".
   * @param inGroup whether a bracket that closes more than the word opened ends it, as in `(one two)`
   */
  takeWord(inGroup: boolean): string {
    const start = this.at;
    let open = 0;
    for (; this.at < this.text.length; this.at++) {
      const char = this.text[this.at];
      if (isSpace(char)) break;
      if (isOpening(char)) open++;
      else if (isClosing(char) && --open < 0 && inGroup) break;
    }
    return this.text.slice(start, this.at);
  }

  #takeOne(isIt: (char: string | undefined) => boolean): boolean {
    if (!isIt(this.text[this.at])) return false;
    this.at++;
    return true;
  }
}

const isOpening = (char: string | undefined): boolean => char === '(' || char === '（';
const isClosing = (char: string | undefined): boolean => char === ')' || char === '）';

// Not \s, which counts U+FEFF as space: folding drops it without a trace.
export const isSpace = (char: string | undefined): boolean =>
  char !== undefined && /\p{White_Space}/u.test(char);
