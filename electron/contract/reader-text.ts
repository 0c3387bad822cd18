// What the reader text of an article is, as code: search, anchors and highlights count in it, so the library (which
// walks a parsed tree) and the article's frame (which walks a document) must come to the same text.

const BLOCKS = new Set(
  'address article aside blockquote caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
/** Marks elements whose words are shown within an article but are not its text: what stands for a picture that is not there. */
export const NOT_IN_TEXT = 'data-lectern-own';

const CELLS = new Set(['td', 'th']);

/** Characters that stand in the text as they stand in one text node, one to one. All in UTF-16 units. */
export interface TextRun {
  /** Which call of `text()` brought them, counted from 0. */
  readonly source: number;
  /** Where they begin in that text node. */
  readonly from: number;
  /** Where they begin in the reader text. */
  readonly start: number;
  readonly length: number;
}

type OpenRun = { -readonly [Key in keyof TextRun]: TextRun[Key] };

/**
 * Takes an article as its walker meets it, element by element and text by text, and makes its text: blocks are lines,
 * `br` is a line break, cells are parted by tabs, `pre` keeps its white space, other white space is as a browser shows it.
 */
export class ReaderTextWriter {
  private readonly lines: string[] = [];
  /** Of the lines with their line breaks. */
  private length = 0;
  private current = '';
  /** Of the current line, counted from its beginning. */
  private pending: OpenRun[] = [];
  private keepSpace = 0;
  /** Kept beside the line: to look at the end of a string that is being built costs its whole length. */
  private endsInSpace = true;
  private sources = 0;
  private readonly runs: TextRun[] | null;

  /** @param runs gets where each piece of the text came from; left out where nobody asks */
  constructor(runs: TextRun[] | null = null) {
    this.runs = runs;
  }

  /** @param tagName in lower case */
  enter(tagName: string): void {
    if (CELLS.has(tagName)) this.cell();
    else if (tagName === 'br' || BLOCKS.has(tagName)) this.line();
    if (tagName === 'pre') this.keepSpace++;
  }

  /** @param tagName in lower case */
  leave(tagName: string): void {
    if (tagName === 'pre') this.keepSpace--;
    if (BLOCKS.has(tagName)) this.line();
  }

  /** Something stood here that is left out: what follows is not joined to what came before. */
  skip(): void {
    this.line();
  }

  text(value: string): void {
    const source = this.sources++;
    if (this.keepSpace > 0) {
      this.preformatted(value, source);
      return;
    }
    const plain = value.replace(/[\t\n\r\f]/g, ' ');
    let from = this.endsInSpace ? (/[^ ]/.exec(plain)?.index ?? plain.length) : 0;
    for (const gap of plain.matchAll(/ {2,}/g)) {
      if (gap.index < from) continue;
      this.copy(plain, source, from, gap.index + 1);
      from = gap.index + gap[0].length;
    }
    this.copy(plain, source, from, plain.length);
  }

  /** @returns the whole text; nothing can be added after it */
  done(): string {
    this.line();
    return this.lines.join('\n');
  }

  private preformatted(value: string, source: number): void {
    let from = 0;
    for (let end = value.indexOf('\n'); end >= 0; end = value.indexOf('\n', from)) {
      this.copy(value, source, from, end);
      this.push(this.current.trimEnd(), 0);
      this.start('');
      from = end + 1;
    }
    this.copy(value, source, from, value.length);
  }

  private copy(value: string, source: number, from: number, to: number): void {
    if (to <= from) return;
    if (this.runs) {
      this.pending.push({ source, from, start: this.current.length, length: to - from });
    }
    this.current += value.slice(from, to);
    this.endsInSpace = value[to - 1] === ' ';
  }

  private line(): void {
    const kept = this.keepSpace > 0 ? this.current.trimEnd() : this.current.trim();
    if (kept !== '') {
      const lead = this.keepSpace > 0 ? 0 : this.current.length - this.current.trimStart().length;
      this.push(kept, lead);
    }
    this.start('');
  }

  /** The first cell of a row begins its line, every other one comes after a tab. */
  private cell(): void {
    const kept = this.current.trimEnd();
    if (kept.trim() === '') {
      this.start('');
      return;
    }
    const pending = clipped(this.pending, 0, kept.length);
    this.start(`${kept}\t`);
    this.pending = pending;
  }

  /** @param lead how much of the current line's beginning is not kept */
  private push(kept: string, lead: number): void {
    for (const run of clipped(this.pending, lead, kept.length)) {
      run.start += this.length;
      this.runs?.push(run);
    }
    this.lines.push(kept);
    this.length += kept.length + 1;
  }

  private start(line: string): void {
    this.current = line;
    this.pending = [];
    this.endsInSpace = true;
  }
}

/** The parts of runs that lie within `length` characters after `lead`, counted from there. */
function clipped(runs: readonly OpenRun[], lead: number, length: number): OpenRun[] {
  const kept: OpenRun[] = [];
  for (const run of runs) {
    const start = Math.max(run.start, lead);
    const end = Math.min(run.start + run.length, lead + length);
    if (end <= start) continue;
    kept.push({
      source: run.source,
      from: run.from + start - run.start,
      start: start - lead,
      length: end - start,
    });
  }
  return kept;
}
