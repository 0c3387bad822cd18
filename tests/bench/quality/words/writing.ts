// What a language brings to the quality collection: words with their forms, and sentences with places for them.

/** Forms of one word, in the order that the language's sentences count them by. */
export type Word = readonly string[];

export interface Topic {
  /** The word that stands for the topic. It stands in no other list and in no sentence of its language. */
  readonly word: Word;
  /** What else is spoken of where the topic is. */
  readonly around: readonly Word[];
}

/**
 * Places in sentences: `{T0}` the topic's word in its form 0, `{V0}` another word of the topic, `{L}` a town, `{P}` a
 * person, `{Y}` a year, `{N}` a number in words, `{A}` an adjective, `{O1}` an object, `{R}` a room, `{E}` an
 * everyday word.
 */
export interface Writing {
  readonly lang: string;
  /** What stands between sentences, and between the names of a person. */
  readonly gap: string;
  /** Which forms of a word go together: a document keeps to one group. */
  readonly forms: readonly (readonly number[])[];
  readonly topics: readonly Topic[];
  readonly firstNames: readonly string[];
  readonly surnames: readonly string[];
  readonly towns: readonly string[];
  readonly rooms: readonly string[];
  /** In the form that stands beside form 1 of an object. */
  readonly adjectives: readonly string[];
  readonly numbers: readonly string[];
  readonly objects: readonly Word[];
  readonly everyday: readonly string[];
  /** Sentences of and around a topic, by the form of its word that stands in them. */
  readonly about: readonly string[];
  /** About nothing in particular. */
  readonly filler: readonly string[];
  /** What one remembers: each holds a person, a number, an adjective, an object, a town and a room. */
  readonly memorable: readonly string[];
  /** About a person. */
  readonly profile: readonly string[];
  /** One that only names a person. */
  readonly naming: readonly string[];
  readonly titles: readonly string[];
  readonly profileTitles: readonly string[];
  /** Without the topic's word. */
  readonly plainTitles: readonly string[];
  readonly digestTitles: readonly string[];
  /** What a reader writes: with an object, a room and an adjective. */
  readonly notes: readonly string[];
  /** Usual typing mistakes, where they cannot be made by rule. */
  readonly mistyped?: Readonly<Record<string, string>>;
}

/** One topic a line: its word, a colon, the words around it. Forms are parted by `/`. */
export function topicsOf(lines: string): Topic[] {
  return linesOf(lines).map((line) => {
    const [word = '', around = ''] = line.split(':');
    return { word: word.trim().split('/'), around: wordsOf(around) };
  });
}

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Words parted by commas. */
export const wordsOf = (text: string): Word[] => listOf(text).map((word) => word.split('/'));

export const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
