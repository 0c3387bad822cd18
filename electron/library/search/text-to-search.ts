// A text that words are looked for in, with what of it was folded for that: several searches in a row look into the same
// texts, and folding is most of what finding a place takes.
import { nextIntricate } from './fold-table.ts';
import { type MappedText, normaliseMapped } from './normalise.ts';

/** A stretch of a text around characters that can be spelled otherwise, up to spaces where there are any. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly folded: MappedText;
}

/** Text is folded in stretches of about this length. */
const FOLDED_AT_ONCE = 16 * 1024;
const LONGEST_WORD = 200;
/**
 * What stands around a character and can belong to the same word, and to the same phrase, for all but long phrases. A
 * stretch ends between words, so that of a word itself nothing is missing.
 */
export const WORD_MARGIN = 24;
export const PHRASE_MARGIN = 80;
/** Of longer texts the rest is folded each time anew: nearly always enough is found before. */
const MOST_KEPT = 32 * 1024;

/** What was folded of a text with one margin, from its beginning. */
interface Folded {
  readonly stretches: Stretch[];
  length: number;
  /** Up to where there is nothing left to fold. */
  to: number;
}

export class TextToSearch {
  readonly text: string;
  readonly #kept = new Map<number, Folded>();

  constructor(text: string) {
    this.text = text;
  }

  /**
   * In order, apart from each other.
   * @param margin how much has to stand around such a character, in UTF-16 units; the usual ones are folded once
   */
  *stretches(margin: number): Generator<Stretch> {
    const kept = this.#keptWith(margin);
    if (kept) yield* kept.stretches;
    let from = kept?.to ?? 0;
    for (;;) {
      const stretch = nextStretch(this.text, from, margin);
      from = stretch?.end ?? this.text.length;
      if (kept && kept.length <= MOST_KEPT) keep(kept, stretch, from);
      if (!stretch) return;
      yield stretch;
    }
  }

  #keptWith(margin: number): Folded | null {
    if (margin !== WORD_MARGIN && margin !== PHRASE_MARGIN) return null;
    const kept = this.#kept.get(margin) ?? { stretches: [], length: 0, to: 0 };
    this.#kept.set(margin, kept);
    return kept;
  }
}

function keep(kept: Folded, stretch: Stretch | null, foldedTo: number): void {
  kept.to = foldedTo;
  if (!stretch) return;
  kept.stretches.push(stretch);
  kept.length += stretch.end - stretch.start;
}

/** @returns null where nothing from there on can be spelled otherwise */
function nextStretch(text: string, from: number, margin: number): Stretch | null {
  const intricate = nextIntricate(text, from);
  if (intricate === text.length) return null;
  const start = Math.max(from, spaceBefore(text, intricate - margin));
  let end = intricate;
  while (end - start < FOLDED_AT_ONCE) {
    const next = nextIntricate(text, end + 1);
    if (next - end > 2 * margin || next === text.length) break;
    end = next;
  }
  end = spaceAfter(text, end + margin);
  return { start, end, folded: normaliseMapped(text.slice(start, end)) };
}

/** A space near an offset, so that no word is torn apart where there are words. */
function spaceBefore(text: string, near: number): number {
  if (near <= 0) return 0;
  const space = text.lastIndexOf(' ', near);
  return near - space < LONGEST_WORD ? space + 1 : near;
}

function spaceAfter(text: string, near: number): number {
  if (near >= text.length) return text.length;
  const space = text.indexOf(' ', near);
  return space >= 0 && space - near < LONGEST_WORD ? space : near;
}
