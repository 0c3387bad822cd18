// What the facts above a Markdown text say of its article, under the names that Obsidian's and other clippers, note-taking programs and
// site generators give them.
import { type FrontMatter, fieldOf } from '../../../clip/page/front-matter.ts';
import { parseDate } from '../../../clip/page/metadata/parse-date.ts';
import { emptyItem, type FoundItem } from '../found-item.ts';
import { readSaved } from '../read-moment.ts';

export function itemOf(facts: FrontMatter): Omit<FoundItem, 'place'> {
  const first = (...names: readonly string[]): string | null => fieldOf(facts, ...names)[0] ?? null;
  const isSet = (...names: readonly string[]): boolean =>
    /^(?:true|yes|1|x)$/i.test(first(...names) ?? '');
  return {
    ...emptyItem,
    url: addressOf(facts),
    title: first('title'),
    author: fieldOf(facts, 'author', 'authors', 'by').map(wordsOf).join(', ') || null,
    siteName: first('site', 'site_name', 'website', 'publisher'),
    lang: first('lang', 'language'),
    excerpt: first('description', 'excerpt', 'summary'),
    publishedAt: parseDate(
      first(
        'published',
        'published_at',
        'date_published',
        'publish_date',
        'publishdate',
        'pubdate',
        'date',
      ) ?? '',
    ),
    savedAt: readSaved(
      first('created', 'saved', 'saved_at', 'date_saved', 'clipped', 'added', 'date_added'),
    ),
    status: statusOf(first('status', 'reading_status'), isSet('read', 'finished')),
    progress: progressOf(first('progress', 'reading_progress')),
    archived: isSet('archived'),
    starred: isSet('starred', 'favorite', 'favourite'),
    tags: fieldOf(facts, 'tags', 'tag', 'keywords').flatMap(tagsIn),
    note: first('note', 'notes'),
  };
}

/** `source` may be the name of a book: what is an address is one. */
export const addressOf = (facts: FrontMatter): string | null =>
  ADDRESSES.flatMap((name) => fieldOf(facts, name)).find((text) => /^https?:\/\//i.test(text)) ??
  null;

const ADDRESSES = 'url source source_url link canonical_url original_url href'.split(' ');

/** `[[Ann Lee]]`: a link between notes. */
const wordsOf = (name: string): string => name.replace(/^\[\[(?:.*\|)?(.*)\]\]$/, '$1');

/** `a, b` in one text are two; a `#` in front is how some programs write a tag, with nothing but spaces between. */
const tagsIn = (text: string): string[] =>
  (/^(?:#\S+\s*)+$/.test(text) ? text.split(/\s+/) : text.split(',')).flatMap((tag) => {
    const name = tag.trim().replace(/^#/, '');
    return name === '' ? [] : name;
  });

function statusOf(status: string | null, isRead: boolean): FoundItem['status'] {
  if (isRead || /^(?:finished|read|done)$/i.test(status ?? '')) return 'finished';
  if (/^(?:reading|in[ -]progress)$/i.test(status ?? '')) return 'reading';
  return /^(?:unread|to[ -]?read|inbox)$/i.test(status ?? '') ? 'unread' : null;
}

/** `0.42` and `42 %` are the same. */
function progressOf(text: string | null): number | null {
  const [, number, percent] = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text ?? '') ?? [];
  if (number === undefined) return null;
  const value = Number(number) / (percent ? 100 : 1);
  return value <= 1 ? value : null;
}
