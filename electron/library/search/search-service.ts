// Answers searches: any text is a query, and any query gets an answer.
import type { SearchPage } from '#contract/types/search.ts';
import type { Answers, ReadContext } from '../context.ts';
import type { ReadDb } from '../storage/database.ts';
import { codeOf } from '../storage/storage-error.ts';
import { findTag } from '../tags/tag-repo.ts';
import { compileQuery } from './compile-query.ts';
import { complete } from './complete.ts';
import { hitsOf } from './hits.ts';
import { countLagging, countTexts } from './index-repo.ts';
import { withInflected } from './inflected-matches.ts';
import { needleOf } from './needles.ts';
import { type ParsedQuery, parseQuery } from './parse-query.ts';
import { hintOf, quotedShort } from './query-hints.ts';
import { wantedLeaves } from './query-tree.ts';
import { findMatches } from './search-repo.ts';
import { vocabularyOf } from './vocabulary.ts';

export function searchQueries({
  db,
  time,
}: ReadContext): Answers<'search.run' | 'search.parts' | 'search.complete'> {
  // One transaction, so that every statement sees the same library.
  const run = db.transaction(search);
  return {
    'search.run': ({ text, limit }) => unlessDamaged(() => run({ db, time }, text, limit)),
    'search.complete': ({ text, caret }) => complete(db, text, caret),
    'search.parts': ({ text }) => ({ parts: [...parseQuery(text).parts] }),
  };
}

/** The best `limit` articles for a query, with passages. */
export function search(
  { db, time }: Pick<ReadContext, 'db' | 'time'>,
  text: string,
  limit: number,
): SearchPage {
  const parsed = parseQuery(text);
  if (parsed.root.of.length === 0 && parsed.sort === null) return nothingAsked(text, parsed);

  const moment = { now: time.now(), timeZone: time.timeZone() };
  const answer = (asked: ParsedQuery) => {
    const query = compileQuery(asked, { words: vocabularyOf(db), moment });
    return { query, matches: findMatches(db, query, limit) };
  };
  const { query, matches } = withInflected(db, parsed, answer(parsed), answer);
  const needles = query.wanted.map(needleOf);
  return {
    hits: hitsOf(db, matches.best.slice(0, limit), needles),
    total: matches.total,
    totalIsExact: matches.totalIsExact,
    rankedAll: matches.rankedAll,
    hint: hintOf([...parsed.hints, ...unknownTags(db, parsed), ...lagOf(db)]),
  };
}

function nothingAsked(text: string, { hints }: ParsedQuery): SearchPage {
  const hint = /\S/.test(text)
    ? 'There are no letters or digits in this to search for.'
    : 'Type a word to search for.';
  return {
    hits: [],
    total: 0,
    totalIsExact: true,
    rankedAll: true,
    hint: hintOf(hints) ?? hint,
  };
}

/** Search never fails for its index: everything that it holds follows from the articles. */
function unlessDamaged(run: () => SearchPage): SearchPage {
  try {
    return run();
  } catch (error) {
    if (!codeOf(error)?.startsWith('SQLITE_CORRUPT')) throw error;
    const hint =
      'The search index is damaged, so nothing can be found. Close and open the library: it is made anew then.';
    return { hits: [], total: 0, totalIsExact: false, rankedAll: true, hint };
  }
}

/** A few that were changed a moment ago are nobody's business. */
const MANY_LAGGING = 20;

function lagOf(db: ReadDb): string[] {
  const lagging = countLagging(db);
  if (lagging < MANY_LAGGING) return [];
  const total = countTexts(db);
  return [
    `The search index is being made: ${total - lagging} of ${total} articles are in it so far, the newest first.`,
  ];
}

function unknownTags(db: ReadDb, { root }: ParsedQuery): string[] {
  return wantedLeaves(root).flatMap((leaf) =>
    leaf.kind === 'filter' &&
    leaf.field === 'tag' &&
    typeof leaf.value === 'string' &&
    !findTag(db, leaf.value)
      ? [`There is no tag ${quotedShort(leaf.value)}.`]
      : [],
  );
}
