// Placing highlights in a new text ahead of the transaction that brings it.
import { expect, it } from 'vitest';
import { findOfArticle } from '#library/highlights/highlight-repo.ts';
import { placesAhead, reanchor } from '#library/highlights/reanchor.ts';
import { transaction } from '#library/storage/database.ts';
import { anchorAt, markedArticle, marksOf, TEXT } from './marks.ts';

const NEW_TEXT = `A line that was not there.\n${TEXT}`;
const { signal } = new AbortController();

it('knows the places of what was there, and finds those of what was made or moved meanwhile', async () => {
  const { client, context, uid, id, mark } = await markedArticle();
  const { db } = context;
  const moved = (await mark('the mice')).highlight;
  await mark('quick');
  const find = await placesAhead(db, id, NEW_TEXT, signal);
  await client['highlights.place']({ uid: moved.uid, anchor: anchorAt(TEXT, 'the owl slept') });
  await mark('long night');
  const before = marksOf(context);
  expect(transaction(db, () => reanchor(db, id, find))).toEqual({ placed: 3, lost: 0 });
  const placed = findOfArticle(db, id).map(({ quote, start_offset, end_offset }) => [
    quote,
    NEW_TEXT.slice(start_offset ?? 0, end_offset ?? 0),
  ]);
  expect(placed).toEqual([
    ['long night', 'long night'],
    ['quick', 'quick'],
    ['the owl slept', 'the owl slept'],
  ]);
  // Nothing but the places is another, and every row is sealed.
  const withoutPlaces = ({ highlights }: ReturnType<typeof marksOf>) =>
    highlights.map((row) => ({ ...(row as object), start_offset: null, end_offset: null }));
  expect(withoutPlaces(marksOf(context))).toEqual(withoutPlaces(before));
  expect((await client['highlights.ofArticle']({ uid })).lost).toEqual([]);
});

it('ends when its caller gives up', async () => {
  const { context, id, mark } = await markedArticle();
  await mark('quick');
  await expect(placesAhead(context.db, id, NEW_TEXT, AbortSignal.abort())).rejects.toMatchObject({
    code: 'cancelled',
  });
});
