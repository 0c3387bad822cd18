// What a person added to an article elsewhere comes to the article here: tags, collections, highlights, a note. What is there already is
// not doubled.
import { HighlightUid } from '#contract/types/highlight.ts';
import type { OriginField } from '#contract/types/import.ts';
import { anchorPlacer } from '../../../anchors/anchor-placer.ts';
import { describeRange } from '../../../anchors/describe-range.ts';
import { addMembers } from '../../../collections/member-changes.ts';
import type { WriteContext } from '../../../context.ts';
import { changeHighlight, insertHighlight } from '../../../highlights/highlight-changes.ts';
import { findOfArticle } from '../../../highlights/highlight-repo.ts';
import { textOf } from '../../../highlights/reanchor.ts';
import { madeRow, type RowChange } from '../../../journal/rows.ts';
import { checkedNote } from '../../../notes/checked-note.ts';
import { writeNote } from '../../../notes/note-changes.ts';
import { findNote } from '../../../notes/note-repo.ts';
import { attachTag, ensureTag } from '../../../tags/tag-repo.ts';
import { ensureCollection } from './ensure-collection.ts';
import type { ImportItem } from './judge-item.ts';
import { wordsKey } from './words-key.ts';

export type Record = (change: RowChange) => void;

interface Marks {
  readonly fields: readonly OriginField[];
  /** All that are new, for the index. */
  readonly notes: readonly string[];
  readonly quotes: readonly string[];
}

interface Putting {
  readonly record: Record;
  /** What belongs to an article that Undo takes away whole needs no record of its own. */
  readonly isNew: boolean;
}

/** Part of a transaction; the text of the article is there by now, if it has one. */
export function putMarks(
  context: WriteContext,
  articleId: number,
  item: ImportItem,
  { record, isNew }: Putting,
): Marks {
  const own: Record = isNew ? () => {} : record;
  const fields: OriginField[] = [];
  if (putTags(context, articleId, item, { record, own })) fields.push('tags');
  if (putCollections(context, articleId, item, record)) fields.push('collections');
  if (putHighlights(context, articleId, item, own)) fields.push('highlights');
  if (putNote(context, articleId, item, own)) fields.push('note');
  return {
    fields,
    notes: [item.note, ...item.highlights.map(({ note }) => note)],
    quotes: item.highlights.map(({ quote }) => quote),
  };
}

function putTags(
  { db, newUid, ports }: WriteContext,
  articleId: number,
  { tags }: ImportItem,
  { record, own }: { readonly record: Record; readonly own: Record },
): boolean {
  const make = { newUid, now: ports.clock.now() };
  let isChanged = false;
  for (const name of tags) {
    const { id, isNew } = ensureTag(db, name, make);
    if (isNew) record(madeRow(db, 'tag', { id }));
    const key = attachTag(db, id, articleId);
    if (!key) continue;
    own({ table: 'article_tag', key, before: null, after: {} });
    isChanged = true;
  }
  return isChanged;
}

function putCollections(
  context: WriteContext,
  articleId: number,
  { collections }: ImportItem,
  record: Record,
): boolean {
  let isChanged = false;
  for (const path of collections) {
    const id = ensureCollection(context, path, record);
    for (const added of addMembers(context.db, id, [articleId])) {
      record(added);
      isChanged = true;
    }
  }
  return isChanged;
}

/** Those whose words are marked already give their note where there is none yet. */
function putHighlights(
  { db, newUid, ports }: WriteContext,
  articleId: number,
  { highlights, savedAt }: ImportItem,
  record: Record,
): boolean {
  if (highlights.length === 0) return false;
  const now = ports.clock.now();
  const text = textOf(db, articleId);
  const place = anchorPlacer(text);
  const there = new Map(findOfArticle(db, articleId).map((row) => [wordsKey(row.quote), row]));
  const put = new Set<string>();
  let isChanged = false;
  for (const { quote, note, colour, createdAt } of highlights) {
    const words = wordsKey(quote);
    if (put.has(words)) continue;
    put.add(words);
    const known = there.get(words);
    if (known) {
      const noted =
        known.note === '' && note !== '' ? changeHighlight(db, known, { note }, now) : null;
      if (!noted) continue;
      record(noted);
    } else {
      const unplaced = { quote, prefix: '', suffix: '', start: null, end: null };
      const found = place(unplaced);
      // With the words around it, it is found again in other versions.
      const anchor =
        found.kind === 'placed' ? describeRange(text, found.start, found.end) : unplaced;
      const uid = HighlightUid.parse(newUid());
      const made = { uid, articleId, colour, anchor, note, now: createdAt ?? savedAt ?? now };
      record(insertHighlight(db, made));
    }
    isChanged = true;
  }
  return isChanged;
}

/** Behind what is there, where that does not say it already. */
function putNote(
  context: WriteContext,
  articleId: number,
  { note }: ImportItem,
  record: Record,
): boolean {
  if (note === '') return false;
  const before = findNote(context.db, articleId)?.markdown.trimEnd() ?? '';
  if (before.includes(note)) return false;
  const markdown = before === '' ? note : `${before}\n\n${note}`;
  const written = writeNote(context, articleId, checkedNote(markdown), context.ports.clock.now());
  if (written) record(written);
  return written !== null;
}
