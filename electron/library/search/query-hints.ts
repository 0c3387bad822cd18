// What is said about a query that was not taken as it stands: a few sentences, each once.

/** A line or two above the hits. */
const MAX_LENGTH = 360;
const SHOWN = 40;

export class QueryHints {
  readonly #sentences = new Set<string>();

  add(sentence: string): void {
    this.#sentences.add(sentence);
  }

  get all(): readonly string[] {
    return [...this.#sentences];
  }
}

/** What someone typed, short enough to be part of a sentence. */
export const quotedShort = (typed: string, most = SHOWN): string => {
  const characters = Array.from(typed.slice(0, 4 * most));
  return `“${characters.slice(0, most).join('')}${characters.length > most ? '…' : ''}”`;
};

/** As many of the sentences as a person will read; null where there are none. */
export function hintOf(sentences: readonly string[]): string | null {
  let hint = '';
  for (const sentence of sentences) {
    const longer = hint === '' ? sentence : `${hint} ${sentence}`;
    if (hint !== '' && longer.length > MAX_LENGTH) break;
    hint = longer;
  }
  return hint === '' ? null : hint;
}
