// A text as it is read aloud: sentence by sentence, each of a length that a voice takes in one breath.

export interface Sentence {
  /** Offsets in the text, without white space around. */
  readonly start: number;
  readonly end: number;
  /** Which line of the text it stands in. */
  readonly paragraph: number;
}

/** Voices lose long sentences, and a person could not step through them. In UTF-16 units. */
const LONGEST = 280;
/** Below this a cut is worse than a long breath. */
const SHORTEST = 40;
const CLAUSE_END = /[,;:—–،؛、，；：](?=\s|[^\d\s])/g;
const SPACE = /\s/g;

/** @param lang BCP 47 as a page gave it, which may be nonsense */
export function sentencesOf(text: string, lang: string | null): Sentence[] {
  const segmenter = segmenterFor(lang);
  const sentences: Sentence[] = [];
  let at = 0;
  text.split('\n').forEach((line, paragraph) => {
    for (const [start, end] of wholeSentences(line, segmenter)) {
      for (const [from, to] of breaths(text, at + start, at + end)) {
        sentences.push({ start: from, end: to, paragraph });
      }
    }
    at += line.length + 1;
  });
  return sentences;
}

/** Without white space around, and without what is no words at all. */
function wholeSentences(line: string, segmenter: Intl.Segmenter): [number, number][] {
  const found: [number, number][] = [];
  for (const { segment, index } of segmenter.segment(line)) {
    if (!/[\p{L}\p{N}]/u.test(segment)) continue;
    const end = index + segment.trimEnd().length;
    const last = found.at(-1);
    // After an abbreviation, or a question in the middle: the sentence goes on.
    if (last && /^\s*\p{Ll}/u.test(segment)) last[1] = end;
    else found.push([index + segment.length - segment.trimStart().length, end]);
  }
  return found;
}

function segmenterFor(lang: string | null): Intl.Segmenter {
  const how = { granularity: 'sentence' } as const;
  try {
    return new Intl.Segmenter(lang ?? undefined, how);
  } catch {
    return new Intl.Segmenter(undefined, how);
  }
}

/** A long sentence cut at its clauses, else between words, else anywhere but inside a character. */
function breaths(text: string, start: number, end: number): [number, number][] {
  const cuts: [number, number][] = [];
  let from = start;
  while (end - from > LONGEST) {
    const window = text.slice(from, from + LONGEST);
    let cut = lastIn(window, CLAUSE_END) ?? lastIn(window, SPACE) ?? LONGEST;
    if (isLowSurrogate(text, from + cut)) cut -= 1;
    cuts.push([from, from + cut]);
    from += cut;
    while (from < end && /\s/.test(text[from] ?? '')) from++;
  }
  if (from < end) cuts.push([from, end]);
  return cuts;
}

function lastIn(window: string, pattern: RegExp): number | null {
  const last = [...window.matchAll(pattern)].at(-1)?.index;
  return last === undefined || last < SHORTEST ? null : last + 1;
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
