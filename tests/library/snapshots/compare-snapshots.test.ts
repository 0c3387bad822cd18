// Comparing versions that lie in a library, whichever of them is shown.
import { expect, it } from 'vitest';
import type { HttpUrl } from '#contract/types/ids.ts';
import { statement } from '#library/storage/database.ts';
import { sealAll } from '#library/storage/digest.ts';
import { packText } from '#library/storage/text-blob.ts';
import { makeContext } from '../../support/make-context.ts';
import { textParser } from '../../support/make-ports.ts';

const URL = 'https://example.org/owls' as HttpUrl;

async function twoVersions() {
  const context = await makeContext({ parser: textParser });
  const { client } = context;
  const { uid } = await client['clip.fromPasted']({ text: 'Owls\nThe old owl sat.', url: URL });
  context.ports.clock.tick();
  await client['clip.fromPasted']({ text: 'Owls\nThe young owl sat.', url: URL });
  const [newer, older] = await client['snapshots.ofArticle']({ uid });
  if (!newer || !older) throw new Error('there are not two versions');
  return { context, client, uid, newer, older };
}

it('says what differs, from the one shown and from the others', async () => {
  const { client, newer, older } = await twoVersions();
  const pair = { from: older.uid, to: newer.uid };
  const compared = await client['snapshots.compare'](pair);
  expect(compared).toMatchObject({ addedWords: 1, removedWords: 1, isCoarse: false });
  expect(compared.paragraphs[1]).toEqual({
    kind: 'changed',
    runs: [
      { kind: 'kept', text: 'The ' },
      { kind: 'removed', text: 'old' },
      { kind: 'added', text: 'young' },
      { kind: 'kept', text: ' owl sat.' },
    ],
  });
  expect([compared.from, compared.to]).toEqual([older, newer]);
  await client['snapshots.show']({ uid: older.uid });
  expect((await client['snapshots.compare'](pair)).paragraphs).toEqual(compared.paragraphs);
});

it('does not take for a change what the page reader has learned since', async () => {
  const context = await makeContext({ parser: textParser });
  const { client } = context;
  const { uid } = await client['clip.fromPasted']({ text: 'Owls\nThe old owl sat.', url: URL });
  // As an earlier page reader made it, which had left something out.
  statement(context.db, 'UPDATE reader_content SET extractor_version = 1, reader_text = ?').run(
    packText('Owls'),
  );
  sealAll(context.db, 'reader_content');
  context.ports.clock.tick();
  await client['clip.fromPasted']({ text: 'Owls\nThe young owl sat.', url: URL });
  const [newer, older] = await client['snapshots.ofArticle']({ uid });
  if (!newer || !older) throw new Error('there are not two versions');
  const pair = { from: older.uid, to: newer.uid };
  const words = async () => {
    const { addedWords, removedWords } = await client['snapshots.compare'](pair);
    return [addedWords, removedWords];
  };
  expect(await words()).toEqual([1, 1]);
  // Shown again it is what it was.
  await client['snapshots.show']({ uid: older.uid });
  expect((await client['articles.content']({ uid })).text).toBe('Owls');
  expect(await words()).toEqual([1, 1]);
  await client['journal.undo']({});
  await client['journal.undo']({});
  expect((await client['articles.content']({ uid })).text).toBe('Owls');
  expect(await client['library.check']({})).toMatchObject({ ok: true });
});

it('refuses what cannot be compared, and says why', async () => {
  const { context, client, newer, older } = await twoVersions();
  const other = await client['clip.fromPasted']({ text: 'Mice\nThey ran.' });
  const [mice] = await client['snapshots.ofArticle']({ uid: other.uid });
  await expect(
    client['snapshots.compare']({ from: older.uid, to: mice?.uid as never }),
  ).rejects.toMatchObject({ code: 'invalid_input' });
  await expect(
    client['snapshots.compare']({ from: older.uid, to: other.uid }),
  ).rejects.toMatchObject({ code: 'not_found' });
  context.db.exec('DELETE FROM kept_content');
  await expect(
    client['snapshots.compare']({ from: older.uid, to: newer.uid }),
  ).rejects.toMatchObject({ code: 'not_found', message: expect.stringContaining('show it once') });
});
