// Makes hits of matches: the article, its title marked, passages of its text and of its reader's own words, and why it
// was found.
import type { ArticleSummary } from '#contract/types/article.ts';
import {
  type FoundIn,
  MAX_PASSAGES,
  type Passage,
  type SearchHit,
} from '#contract/types/search.ts';
import type { ReadDb } from '../storage/database.ts';
import { isMarked, markAll } from './mark-text.ts';
import type { Match } from './matches.ts';
import type { Needle } from './needles.ts';
import type { OwnWords } from './own-words-repo.ts';
import { beginningOf, passagesOf, type TextPassages } from './passages.ts';
import type { TextScope } from './query-tree.ts';
import { recentArticles } from './recent-articles.ts';
import { recentTexts } from './recent-texts.ts';
import { TextToSearch } from './text-to-search.ts';

const NO_TEXT = new TextToSearch('');

/** One for each match whose article is there, in order. */
export function hitsOf(
  db: ReadDb,
  best: readonly Match[],
  needles: readonly Needle[],
): SearchHit[] {
  const ids = best.map(({ id }) => id);
  const articles = recentArticles(db, ids);
  const textOf = recentTexts(db, ids);
  const within = withinOf(needles);
  return best.flatMap(({ id, score }) => {
    const known = articles.get(id);
    return known ? [hitOf({ ...known, id, score, text: () => textOf(id) }, within)] : [];
  });
}

/** Those that are looked for in one place. The same list each time: it is sorted once for all texts. */
type Within = (scope: TextScope | 'site') => readonly Needle[];

function withinOf(needles: readonly Needle[]): Within {
  const lists = new Map<string, readonly Needle[]>();
  return (scope) => {
    const known = lists.get(scope);
    const list = known ?? needles.filter((one) => one.scope === null || one.scope === scope);
    lists.set(scope, list);
    return list;
  };
}

interface Found extends Match {
  readonly article: ArticleSummary;
  readonly own: readonly OwnWords[];
  readonly text: () => TextToSearch;
}

function hitOf(match: Found, within: Within): SearchHit {
  const { article, score } = match;
  const title = markAll(article.title, within('title'));
  const found: FoundIn[] = isMarked(title) ? ['title'] : [];
  const note = (name: FoundIn, isFound: boolean) => {
    if (isFound && !found.includes(name)) found.push(name);
  };
  const { passages, more, foundIn } = showPlaces(match, within);
  for (const name of foundIn) note(name, true);
  note('author', isMarked(markAll(article.author ?? '', within('author'))));
  note('site', isMarked(markAll(article.siteName ?? '', within('site'))));
  return { article, title, passages, more, found, score: Number(score.toPrecision(6)) };
}

interface Shown {
  readonly passages: Passage[];
  readonly more: number;
  readonly foundIn: readonly FoundIn[];
}

function showPlaces(match: Found, within: Within): Shown {
  const { excerpt } = match.article;
  const forText = within('text');
  const text = forText.length === 0 && excerpt !== '' ? null : match.text();
  const own = ownPlaces(match.own, within);
  const foundIn: FoundIn[] = [...new Set(own.map(({ words }) => words.in))];

  const inText = passagesOf(text ?? NO_TEXT, forText, MAX_PASSAGES);
  if (inText.needles.size > 0) foundIn.unshift('text');
  // Where the text has it as well, there is more around it to read.
  const ownOnly = own.filter(({ words, places }) =>
    within(words.in).some((needle, at) => places.needles.has(at) && !isIn(needle, forText, inText)),
  );

  const ownPassages = ownOnly.slice(0, inText.passages.length === 0 ? MAX_PASSAGES : 1);
  const shown: Passage[] = [
    ...inText.passages
      .slice(0, MAX_PASSAGES - ownPassages.length)
      .map(({ parts, start }): Passage => ({ parts, in: 'text', start })),
    ...ownPassages.map(({ words, places }) => ownPassage(words, places)),
  ];
  if (shown.length === 0) {
    const parts = beginningOf(excerpt === '' ? (text?.text ?? '') : excerpt);
    if (parts.length > 0) shown.push({ parts, in: 'text', start: null });
  }
  const left = Math.max(0, inText.passages.length - (MAX_PASSAGES - ownPassages.length));
  const ownMore = ownOnly.reduce((sum, { places }) => sum + places.more, 0);
  return {
    passages: shown,
    more: inText.more + left + ownMore + ownOnly.length - ownPassages.length,
    foundIn,
  };
}

const isIn = (needle: Needle, looked: readonly Needle[], { needles }: TextPassages): boolean =>
  needles.has(looked.indexOf(needle));

interface OwnPlaces {
  readonly words: OwnWords;
  readonly places: TextPassages;
}

/** The notes and highlights in which something of it stands. */
function ownPlaces(own: readonly OwnWords[], within: Within): OwnPlaces[] {
  return own
    .map((words) => ({
      words,
      places: passagesOf(new TextToSearch(words.text), within(words.in), 1),
    }))
    .filter(({ places }) => places.passages.length > 0);
}

function ownPassage(words: OwnWords, { passages }: TextPassages): Passage {
  const [passage] = passages;
  if (!passage)
    throw new Error('Only notes and highlights in which something was found are shown.');
  // Of a highlight that was placed in a changed text this is near enough to open the article at.
  const start = words.start === null ? null : words.start + passage.start;
  return { parts: passage.parts, in: words.in, start };
}
