// The reader's note on an article: kept whole, refused where it is too long, and undone as it was written.
import { describe, expect, it } from 'vitest';
import { MAX_NOTE_BYTES } from '#contract/types/note.ts';
import { statement } from '#library/storage/database.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext } from '../../support/make-context.ts';

async function withArticle() {
  const context = await makeContext();
  const { uid } = insertWholeArticle(context);
  const { client } = context;
  return {
    context,
    client,
    uid,
    save: (markdown: string) => client['notes.save']({ uid, markdown }),
    read: async () => (await client['notes.get']({ uid }))?.markdown ?? null,
  };
}

describe('a note', () => {
  it('is what was written last, or not there', async () => {
    const { context, client, uid, save, read } = await withArticle();
    expect(await read()).toBeNull();
    const { step } = await save('# Owls\n\n<b>as it is</b>');
    expect(step).toMatchObject({ kind: 'write-note', count: 1, subject: null });
    const now = context.ports.clock.now();
    expect(await client['notes.get']({ uid })).toEqual({
      markdown: '# Owls\n\n<b>as it is</b>',
      updatedAt: now,
    });
    expect((await client['articles.get']({ uid })).hasNote).toBe(true);
    expect(context.events).toEqual([{ kind: 'changed', topics: ['notes', 'journal'] }]);
    await save(' \n ');
    expect(await client['notes.get']({ uid })).toBeNull();
    expect((await client['articles.get']({ uid })).hasNote).toBe(false);
    expect(await save('')).toEqual({ step: null });
  });

  it('of 1 MB is kept, and a longer one refused without harm', async () => {
    const { save, read } = await withArticle();
    const most = 'é'.repeat(MAX_NOTE_BYTES / 2);
    await save(most);
    expect(await read()).toBe(most);
    await expect(save('x'.repeat(2 * MAX_NOTE_BYTES))).rejects.toMatchObject({
      code: 'too_large',
      message:
        'A note holds 1 MB at most; this one has 2.0 MB. What was saved before is still there.',
    });
    expect(await read()).toBe(most);
  });

  it('of an article that is not there is refused', async () => {
    const { client, save } = await withArticle();
    await save('control');
    const uid = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
    await expect(client['notes.get']({ uid })).rejects.toMatchObject({ code: 'not_found' });
    await expect(client['notes.save']({ uid, markdown: 'x' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('while a note is written', () => {
  it('all saves are one step, and what was done before stays within reach', async () => {
    const { context, client, uid, save, read } = await withArticle();
    await client['articles.star']({ uids: [uid], starred: true });
    await save('Before');
    context.ports.clock.tick(60 * 60 * 1000);
    for (let at = 1; at <= 300; at++) {
      context.ports.clock.tick(900);
      await save('x'.repeat(at));
    }
    const { undo } = await client['journal.state']({});
    expect(undo).toMatchObject({ kind: 'write-note', count: 1, at: context.ports.clock.now() });
    expect(await client['journal.undo']({})).toEqual({ step: undo });
    expect(await read()).toBe('Before');
    await client['journal.redo']({});
    expect(await read()).toBe('x'.repeat(300));
    await client['journal.undo']({});
    await client['journal.undo']({});
    expect(await read()).toBeNull();
    expect(await client['journal.undo']({})).toMatchObject({ step: { kind: 'star' } });
    expect(await client['journal.undo']({})).toEqual({ step: null });
  });

  it('a pause, another article or another act begins a new step', async () => {
    const { context, client, uid, save, read } = await withArticle();
    const other = insertWholeArticle(context);
    await save('one');
    context.ports.clock.tick(2 * 60 * 1000 + 1);
    await save('two');
    await client['notes.save']({ uid: other.uid, markdown: 'other' });
    await save('three');
    await client['articles.star']({ uids: [uid], starred: true });
    await save('four');
    await client['journal.undo']({});
    expect(await read()).toBe('three');
    await client['journal.undo']({});
    await client['journal.undo']({});
    expect(await read()).toBe('two');
    await client['journal.undo']({});
    await client['journal.undo']({});
    expect(await read()).toBe('one');
  });

  it('what leads back to the beginning is no step at all', async () => {
    const { client, save, read } = await withArticle();
    await save('typed');
    expect(await save('')).toEqual({ step: null });
    expect(await read()).toBeNull();
    expect(await client['journal.state']({})).toEqual({ undo: null, redo: null });
  });

  it('the last step taken back is not taken up again', async () => {
    const { client, save, read } = await withArticle();
    await save('one');
    await client['journal.undo']({});
    await save('two');
    expect(await client['journal.state']({})).toMatchObject({ redo: null });
    await client['journal.undo']({});
    expect(await read()).toBeNull();
  });

  it('a note removed and begun anew are two steps', async () => {
    const { context, client, save, read } = await withArticle();
    await save('one');
    context.ports.clock.tick(60 * 60 * 1000);
    await save('');
    await save('two');
    await client['journal.undo']({});
    expect(await read()).toBeNull();
    await client['journal.undo']({});
    expect(await read()).toBe('one');
  });
});

it('large notes do not fill the journal without end', async () => {
  const { context, client, save } = await withArticle();
  const { db } = context;
  const sizes = () =>
    statement<number>(db, 'SELECT text_length FROM journal_step ORDER BY id').pluck().all();
  for (const text of ['a', 'bb', 'ccc', 'dddd']) {
    context.ports.clock.tick(60 * 60 * 1000);
    await save(text);
  }
  // {"markdown":"bb"} and {"markdown":"a"}, in bytes; the first one holds the whole row.
  expect(sizes().slice(1)).toEqual([33, 35, 37]);
  db.exec(`UPDATE journal_step SET text_length = ${40 * MAX_NOTE_BYTES}`);
  context.ports.clock.tick(60 * 60 * 1000);
  await save('eeeee');
  let steps = 0;
  while ((await client['journal.undo']({})).step) steps++;
  expect(steps).toBe(3);
});
