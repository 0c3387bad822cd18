// What all engines are asked, by class.
import type { BenchCorpus } from '../big-library.ts';

const PER_CLASS = 10;

export function peerQueries(corpus: BenchCorpus): Record<string, readonly string[]> {
  const queries = corpus.queries(PER_CLASS);
  const quoted = (texts: readonly string[] = []) => texts.map((text) => `"${text}"`);
  // Only ours needs the star; the others take every word for a beginning, or none.
  const begun = (queries.prefix ?? []).filter((text) => text.length > 2).map((text) => `${text}*`);
  return {
    'rare word': queries.rare ?? [],
    'common word': queries.common ?? [],
    'stop word': queries.stop ?? [],
    'two words': queries.and2 ?? [],
    phrase: quoted(queries.phrase),
    'beginning of a word': begun,
  };
}
