// Answers searches: any text is a query, and any query gets an answer.
import type { ArticleSummary } from '#contract/types/article.ts';
import type { FoundIn, Passage, SearchHit, SearchPage, Snippet } from '#contract/types/search.ts';
import { findSummaries } from '../articles/article-repo.ts';
import type { Answers, ReadContext } from '../context.ts';
import type { ReadDb } from '../storage/database.ts';
import { codeOf } from '../storage/storage-error.ts';
import { findTag } from '../tags/tag-repo.ts';
import { compileQuery } from './compile-query.ts';
import { countLagging, countTexts } from './index-repo.ts';
import { withInflected } from './inflected-matches.ts';
import { type Needle, needleOf } from './needles.ts';
import { type ParsedQuery, parseQuery } from './parse-query.ts';
import { hintOf, quotedShort } from './query-hints.ts';
import { wantedLeaves } from './query-tree.ts';
import { findMatches, findReaderText, type Match } from './search-repo.ts';
import { beginningOf, findPassage, markAll } from './snippets.ts';
import { vocabularyOf } from './vocabulary.ts';

export function searchQueries({ db, time }: ReadContext): Answers<'search.run' | 'search.parts'> {
  // One transaction, so that every statement sees the same library.
  const run = db.transaction(search);
  return {
    'search.run': ({ text, limit }) => unlessDamaged(() => run({ db, time }, text, limit)),
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

function hitsOf(db: ReadDb, best: readonly Match[], needles: readonly Needle[]): SearchHit[] {
  const articles = summariesOf(
    db,
    best.map(({ id }) => id),
  );
  return best.flatMap(({ id, score }, at) => {
    const article = articles[at];
    if (!article) return [];
    const title = markAll(article.title, needles);
    const passages = passagesOf(db, id, article, needles);
    const found = foundIn(article, title, passages, needles);
    return [{ article, title, passages, more: 0, found, score: Number(score.toPrecision(6)) }];
  });
}

const isMarked = (snippet: Snippet): boolean => snippet.some(({ marked }) => marked);

function foundIn(
  { author, siteName }: ArticleSummary,
  title: Snippet,
  passages: readonly Passage[],
  needles: readonly Needle[],
): FoundIn[] {
  const names: FoundIn[] = isMarked(title) ? ['title'] : [];
  if (passages.some(({ parts }) => isMarked(parts))) names.push('text');
  if (isMarked(markAll(author ?? '', needles))) names.push('author');
  if (isMarked(markAll(siteName ?? '', needles))) names.push('site');
  return names;
}

/** One for each id, in order. */
function summariesOf(db: ReadDb, ids: readonly number[]): (ArticleSummary | undefined)[] {
  const summaries = findSummaries(db, ids);
  // Fewer where the index still names an article that is gone: then it has to be known which.
  return summaries.length === ids.length ? summaries : ids.map((id) => findSummaries(db, [id])[0]);
}

function passagesOf(
  db: ReadDb,
  id: number,
  { excerpt }: ArticleSummary,
  needles: readonly Needle[],
): Passage[] {
  if (needles.length === 0 && excerpt !== '') return unmarked(beginningOf(excerpt));
  const text = findReaderText(db, id) ?? '';
  const passage = findPassage(text, needles);
  return passage ? [passage] : unmarked(beginningOf(excerpt === '' ? text : excerpt));
}

const unmarked = (parts: Snippet): Passage[] =>
  parts.length === 0 ? [] : [{ parts, in: 'text', start: null }];
