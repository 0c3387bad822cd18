// Texts are kept between searches, and never shown once another has taken their place.
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { recentTexts } from '#library/search/recent-texts.ts';
import { openReader, type WriteDb } from '#library/storage/database.ts';
import { DATABASE_FILE } from '#library/storage/library-files.ts';
import { packText } from '#library/storage/text-blob.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext } from '../../support/make-context.ts';

const spoil = (db: WriteDb, id: number) =>
  db
    .prepare('UPDATE reader_content SET reader_text = ? WHERE article_id = ?')
    .run(packText('spoilt text').subarray(0, -1), id);

test('a text is read once, and anew when its article has another', async () => {
  const context = await makeContext();
  const { db } = context;
  const { id } = insertWholeArticle(context, { text: 'first words' });
  const other = insertWholeArticle(context, { text: 'other words' });
  const read = (one: number) => recentTexts(db, [one])(one).text;
  expect(read(id)).toBe('first words');

  // What is not read cannot be found to be damaged.
  const sizeOf = db
    .prepare('SELECT octet_length(reader_text) FROM reader_content WHERE article_id = ?')
    .pluck();
  const size = sizeOf.get(id) as number;
  db.prepare('UPDATE reader_content SET reader_text = zeroblob(?) WHERE article_id = ?').run(
    size,
    id,
  );
  expect(read(id)).toBe('first words');
  spoil(db, other.id);
  expect(() => read(other.id)).toThrow('unexpected end of file');

  db.prepare('UPDATE reader_content SET reader_text = ? WHERE article_id = ?').run(
    packText('last words of all'),
    id,
  );
  expect(read(id)).toBe('last words of all');
  db.prepare('UPDATE reader_content SET reader_text = ? WHERE article_id = ?').run(
    packText('lost words of all'),
    id,
  );
  db.prepare('UPDATE article SET updated_at = updated_at + 1 WHERE id = ?').run(id);
  expect(read(id)).toBe('lost words of all');
});

test('a text that another connection puts in the place of a kept one is read at once, beside those that are new', async () => {
  const context = await makeContext();
  const { db } = context;
  const reader = openReader(join(context.dir, DATABASE_FILE));
  onTestFinished(() => void reader.close());
  const first = insertWholeArticle(context, { text: 'first words' });
  const second = insertWholeArticle(context, { text: 'second words' });
  const read = (...ids: number[]) => ids.map((id) => recentTexts(reader, ids)(id).text);
  expect(read(first.id)).toEqual(['first words']);
  expect(read(first.id, second.id)).toEqual(['first words', 'second words']);

  db.prepare('UPDATE reader_content SET reader_text = ? WHERE article_id = ?').run(
    packText('other words than those'),
    first.id,
  );
  const third = insertWholeArticle(context, { text: 'third words' });
  expect(read(first.id, second.id, third.id)).toEqual([
    'other words than those',
    'second words',
    'third words',
  ]);
  db.prepare('UPDATE reader_content SET reader_text = ? WHERE article_id = ?').run(
    packText('words of a third version'),
    third.id,
  );
  expect(read(third.id, second.id)).toEqual(['words of a third version', 'second words']);
  db.prepare('DELETE FROM reader_content WHERE article_id = ?').run(second.id);
  expect(read(second.id)).toEqual(['']);
});

test('of more than there is room for, the last ones stay', async () => {
  const context = await makeContext();
  const { db } = context;
  const long = (letter: string) => letter.repeat(1_500_000);
  const ids = ['a', 'b', 'c', 'd'].map(
    (letter) => insertWholeArticle(context, { text: long(letter), indexed: false }).id,
  );
  const read = (at: number) => recentTexts(db, ids)(ids[at] ?? 0).text;
  for (const at of [0, 1, 0, 2, 3]) expect(read(at)).toHaveLength(1_500_000);
  const isKept = (at: number) => {
    const size = db
      .prepare('SELECT octet_length(reader_text) FROM reader_content WHERE article_id = ?')
      .pluck()
      .get(ids[at]);
    db.prepare('UPDATE reader_content SET reader_text = zeroblob(?) WHERE article_id = ?').run(
      size,
      ids[at],
    );
    try {
      return read(at).length > 0;
    } catch {
      return false;
    }
  };
  expect([isKept(3), isKept(2), isKept(0), isKept(1)]).toEqual([true, true, false, false]);
});

test('an article without a text, and one that is gone, have none', async () => {
  const context = await makeContext();
  const { id } = insertWholeArticle(context, { text: 'words' });
  const texts = recentTexts(context.db, [id, 12_345]);
  expect([texts(id).text, texts(12_345).text]).toEqual(['words', '']);
  context.db.prepare('DELETE FROM reader_content WHERE article_id = ?').run(id);
  expect(recentTexts(context.db, [id])(id).text).toBe('');
});
