// Articles without end in twenty languages, made from a seed: the same seed gives the same articles on every machine.
// Words are drawn so that few are common and most are rare, as in real text; the sentences mean nothing.
import { vocabularies, type Writing } from './corpus-words.ts';

export interface CorpusArticle {
  readonly lang: string;
  readonly title: string;
  readonly author: string;
  readonly site: string;
  readonly text: string;
  readonly tags: readonly string[];
}

/** Queries of each class, as a person would type them. */
export type CorpusQueries = Readonly<
  Record<
    'rare' | 'mid' | 'common' | 'stop' | 'and2' | 'phrase' | 'phraseCommon' | 'prefix',
    string[]
  >
>;

export interface Corpus {
  /** Depends on the seed and on `i` only. */
  article(i: number): CorpusArticle;
  /** For the English articles, `per` of each class. */
  queries(per: number): CorpusQueries;
}

/** Four bytes of state; good enough to shuffle words. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const STOP_WORDS =
  'the of and to in is that for it was on with as by at from this are be not'.split(' ');
const ONSETS = 'b c d f g h l m n p r s t v w br ch gr pl st tr'.split(' ');
const VOWELS = 'a e i o u ai ea ou'.split(' ');
const CODAS = ['', '', 'n', 'r', 's', 't', 'l', 'nd', 'st', 'ck'];
const INVENTED_WORDS = 40_000;

function inventWords(seed: number): string[] {
  const random = randomOf(seed);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] as string;
  const words = new Set<string>(vocabularies.en.words);
  while (words.size < INVENTED_WORDS) {
    const syllables = words.size < 2000 ? 2 : 3;
    let word = '';
    for (let at = 0; at < syllables; at++) word += pick(ONSETS) + pick(VOWELS);
    words.add(word + pick(CODAS));
  }
  return [...words];
}

/** A rank: in a long list small ones far more often than great ones (about 1/rank), in a short one all alike. */
const rankBelow = (count: number, random: () => number): number =>
  count < 100
    ? Math.floor(random() * count)
    : Math.min(count - 1, Math.floor(count ** random()) - 1 + Math.floor(random() * 2));

/** @param languages codes from corpus-words.ts, each as often as it stands here */
export function makeCorpus(seed: number, languages: readonly string[] = mostlyEnglish): Corpus {
  const english = inventWords(seed);
  const wordsOf = (lang: string) => (lang === 'en' ? english : writingOf(lang).words);

  function article(i: number): CorpusArticle {
    const random = randomOf(Math.imul(seed, 0x9e3779b1) ^ (i + 1));
    const lang = languages[Math.floor(random() * languages.length)] as string;
    const writing = writingOf(lang);
    const words = wordsOf(lang);
    const sentence = () => {
      const length = 5 + Math.floor(random() * 14);
      const chosen = Array.from({ length }, () =>
        lang === 'en' && random() < 0.4
          ? (STOP_WORDS[rankBelow(STOP_WORDS.length, random)] as string)
          : (words[rankBelow(words.length, random)] as string),
      );
      return chosen.join(writing.between) + writing.end;
    };
    const paragraphs = Array.from({ length: 3 + Math.floor(random() * 8) }, () =>
      Array.from({ length: 3 + Math.floor(random() * 8) }, sentence).join(writing.gap),
    );
    return {
      lang,
      title: sentence().slice(0, -writing.end.length),
      author: `${words[i % words.length]} ${words[(i * 7) % words.length]}`,
      site: `site-${i % 40}.example.org`,
      text: paragraphs.join('\n\n'),
      tags: [`topic ${i % 12}`],
    };
  }

  function queries(per: number): CorpusQueries {
    const random = randomOf(seed + 1);
    const some = (make: () => string) => Array.from({ length: per }, make);
    const between = (from: number, to: number) => () =>
      english[from + Math.floor(random() * (to - from))] as string;
    const sample = () => article(Math.floor(random() * 1000)).text.split(/[^a-z]+/);
    const two = () => {
      const text = sample();
      const at = Math.floor(random() * Math.max(1, text.length - 1));
      return `${text[at]} ${text[at + 1]}`;
    };
    return {
      rare: some(between(20_000, 40_000)),
      mid: some(between(300, 2000)),
      common: some(between(0, 30)),
      stop: STOP_WORDS.slice(0, per),
      and2: some(() => `${between(0, 100)()} ${between(100, 1000)()}`),
      phrase: some(two),
      phraseCommon: ['of the', 'in the', 'to the', 'and the'].slice(0, per),
      prefix: some(() => between(0, 5000)().slice(0, 2 + Math.floor(random() * 4))),
    };
  }

  return { article, queries };
}

function writingOf(lang: string): Writing {
  const writing = (vocabularies as Record<string, Writing>)[lang];
  if (!writing) throw new Error(`The corpus has no language “${lang}”.`);
  return writing;
}

const mostlyEnglish: readonly string[] = [
  ...Array.from({ length: 60 }, () => 'en'),
  ...Object.keys(vocabularies),
];
