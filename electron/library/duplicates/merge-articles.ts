// Makes one article of several: everything that the reader did to any of them comes to the one that is kept.
import { LibraryError } from '#contract/errors.ts';
import { addMembers, findCollectionIds } from '../collections/member-changes.ts';
import type { WriteContext } from '../context.ts';
import { moveHighlight } from '../highlights/highlight-changes.ts';
import { findOfArticle } from '../highlights/highlight-repo.ts';
import { type FindPlace, placeFinder, textOf } from '../highlights/reanchor.ts';
import { setColumns } from '../journal/article-changes.ts';
import type { RowChange } from '../journal/rows.ts';
import { checkedNote } from '../notes/checked-note.ts';
import { writeNote } from '../notes/note-changes.ts';
import { findNote } from '../notes/note-repo.ts';
import { attachTag, findTagIds } from '../tags/tag-repo.ts';
import { findMergedColumns, type MergedColumns } from './merge-repo.ts';

interface Other {
  readonly id: number;
  /** Finds a place for its highlights in the text of the kept one. */
  readonly find: FindPlace;
}
type Record = (change: RowChange) => void;

/**
 * Part of a transaction.
 * @param kept with the text that places were looked for in
 * @throws LibraryError conflict where the kept one is in the trash, too_large where the notes together are
 */
export function mergeArticles(
  context: WriteContext,
  kept: { readonly id: number; readonly text: string },
  others: readonly Other[],
  record: Record,
): void {
  const { db, ports } = context;
  const now = ports.clock.now();
  const own = findMergedColumns(db, kept.id);
  if (own.trashed_at !== null) {
    throw new LibraryError('conflict', 'The article to be kept is in the trash. Restore it first.');
  }
  const all = [own, ...others.map(({ id }) => findMergedColumns(db, id))];
  // Before the tags: their rows repeat the date.
  const redated = setColumns(db, kept.id, own, together(all), now);
  if (redated) record(redated);
  for (const { id } of others) {
    for (const tagId of findTagIds(db, id)) {
      const key = attachTag(db, tagId, kept.id);
      if (key) record({ table: 'article_tag', key, before: null, after: {} });
    }
    for (const collectionId of findCollectionIds(db, id)) {
      for (const added of addMembers(db, collectionId, [kept.id])) record(added);
    }
  }
  const textNow = textOf(db, kept.id);
  const findNow = textNow === kept.text ? null : placeFinder(textNow);
  for (const { id, find } of others) {
    moveHighlights(context, id, kept.id, { find: findNow ?? find, now }, record);
  }
  const note = checkedNote(joined([kept.id, ...others.map(({ id }) => id)].map(noteOf)));
  const noted = writeNote(context, kept.id, note, now);
  if (noted) record(noted);
  for (const { id } of others) {
    const columns = findMergedColumns(db, id);
    const trashed = setColumns(db, id, columns, { trashed_at: columns.trashed_at ?? now }, now);
    if (trashed) record(trashed);
  }

  function noteOf(id: number): string {
    return findNote(db, id)?.markdown ?? '';
  }
}

/** The earliest date, the star, and reading as far as it got in any of them. */
function together(all: readonly MergedColumns[]): Partial<MergedColumns> {
  const stars = all.flatMap(({ starred_at }) => starred_at ?? []);
  const [furthest] = all.toSorted((a, b) => rank(b) - rank(a) || b.progress - a.progress) as [
    MergedColumns,
  ];
  const { reading_status, progress, progress_anchor, finished_at } = furthest;
  return {
    saved_at: Math.min(...all.map(({ saved_at }) => saved_at)),
    starred_at: stars.length > 0 ? Math.min(...stars) : null,
    reading_status,
    progress,
    progress_anchor,
    finished_at,
  };
}

const rank = ({ reading_status }: MergedColumns): number =>
  ['unread', 'reading', 'finished'].indexOf(reading_status);

/** One that marks the same words, and says nothing that the kept one does not say, stays where it is. */
function moveHighlights(
  { db }: WriteContext,
  from: number,
  to: number,
  { find, now }: { readonly find: FindPlace; readonly now: number },
  record: Record,
): void {
  const there = new Map<string, string[]>();
  for (const { start_offset: start, end_offset: end, note } of findOfArticle(db, to)) {
    const key = `${start} ${end}`;
    there.set(key, [...(there.get(key) ?? []), note]);
  }
  for (const row of findOfArticle(db, from)) {
    const place = find(row);
    const notes = place && there.get(`${place.start} ${place.end}`);
    if (notes && (row.note === '' || notes.includes(row.note))) continue;
    record(moveHighlight(db, row, { articleId: to, place }, now));
  }
}

/** Notes one after the other, without those that another one holds. */
function joined(notes: readonly string[]): string {
  let all = '';
  for (const note of notes) {
    if (all.includes(note.trim())) continue;
    all = all === '' ? note : `${all.trimEnd()}\n\n${note.trimStart()}`;
  }
  return all;
}
