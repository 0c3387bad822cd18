// Collections: made, nested, renamed, moved and deleted, and every one of it taken back and done again.
import { describe, expect, it } from 'vitest';
import { CollectionName, type CollectionUid } from '#contract/types/collection.ts';
import { insertCollection } from '#library/collections/collection-changes.ts';
import { withCollections } from './library.ts';

describe('a collection', () => {
  it('stands after its siblings, under a name on one line', async () => {
    const { context, client, add, tree } = await withCollections();
    const birds = await add('  Birds\nof\tprey ');
    const maps = await add('Maps');
    const owls = await add('Owls', birds);
    expect(await tree()).toEqual(['Birds of prey', 'Birds of prey/Owls', 'Maps']);
    expect(await client['collections.list']({})).toEqual([
      { uid: birds, name: 'Birds of prey', parent: null, articleCount: 0 },
      { uid: owls, name: 'Owls', parent: birds, articleCount: 0 },
      { uid: maps, name: 'Maps', parent: null, articleCount: 0 },
    ]);
    expect(context.events).toContainEqual({ kind: 'changed', topics: ['collections', 'journal'] });
  });

  it('is refused without a name, with one too long, or beside one called the same', async () => {
    const { client, add, tree } = await withCollections();
    const maps = await add('Maps');
    const old = await add('Old', maps);
    await expect(add(' \n ')).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(add('x'.repeat(101))).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(add('MAPS')).rejects.toMatchObject({
      code: 'conflict',
      message: 'There is a collection “Maps” here already.',
      details: { uid: maps },
    });
    // Elsewhere it may be called so.
    await add('maps', maps);
    const change = client['collections.change'];
    await expect(change({ uid: old, name: 'Maps' })).rejects.toMatchObject({ code: 'conflict' });
    const move = client['collections.move'];
    await expect(move({ uid: await add('Maps', old), parent: null, to: 0 })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await tree()).toEqual(['Maps', 'Maps/Old', 'Maps/Old/Maps', 'Maps/maps']);
  });

  it('may be called anything that fits on a line', async () => {
    const { add, tree } = await withCollections();
    const names = [
      '👩‍👩‍👧 family',
      'a, b; c',
      '<b>bold</b>',
      'ends with /',
      '百科',
      'x'.repeat(100),
    ];
    for (const name of names) await add(name);
    expect(await tree()).toEqual(names);
    expect(CollectionName.parse('a\u0000b\u2028c\ud800')).toBe('a b c\ufffd');
  });

  it('is renamed, moved and deleted with what is in it, each undone and done again', async () => {
    const { client, add, tree, undo, redo } = await withCollections();
    const a = await add('a');
    const b = await add('b');
    const c = await add('c', a);
    await add('d', c);
    expect(await client['collections.change']({ uid: a, name: 'A' })).toMatchObject({
      step: { kind: 'rename-collection', subject: 'a', count: 1 },
    });
    expect(await client['collections.change']({ uid: a, name: 'A' })).toEqual({ step: null });
    await client['collections.move']({ uid: b, parent: null, to: 0 });
    expect(await client['collections.move']({ uid: b, parent: null, to: 0 })).toEqual({
      step: null,
    });
    await client['collections.move']({ uid: c, parent: b, to: 99 });
    expect(await client['collections.remove']({ uid: b })).toMatchObject({
      step: { kind: 'remove-collection', subject: 'b', count: 3 },
    });
    const states = [
      ['A'],
      ['b', 'b/c', 'b/c/d', 'A'],
      ['b', 'A', 'A/c', 'A/c/d'],
      ['A', 'A/c', 'A/c/d', 'b'],
      ['a', 'a/c', 'a/c/d', 'b'],
    ];
    for (const state of states) {
      expect(await tree()).toEqual(state);
      await undo();
    }
    for (const state of states.toReversed()) {
      await redo();
      expect(await tree()).toEqual(state);
    }
    await expect(client['collections.remove']({ uid: b })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('that was deleted comes back as it was although others were made since', async () => {
    const { context, client, uidsOf, add, tree, held, undo } = await withCollections('Owls');
    const gone = await add('gone');
    await client['collections.put']({ uid: gone, uids: uidsOf('Owls') });
    await client['collections.remove']({ uid: gone });
    // Without a step, as whatever is brought in from outside.
    insertCollection(context.db, { uid: context.newUid(), name: 'newer', parentId: null }, 0);
    expect(await tree()).toEqual(['newer']);
    await undo();
    expect(await tree()).toEqual(['gone 1', 'newer']);
    expect(await held(gone)).toEqual(['Owls']);
  });
});

describe('collections in collections', () => {
  it('are 20 deep at most, by making and by moving', async () => {
    const { client, add, tree } = await withCollections();
    let parent: CollectionUid | null = null;
    const line: CollectionUid[] = [];
    const refused: unknown[] = [];
    for (let depth = 1; depth <= 100; depth++) {
      try {
        parent = await add(`level ${depth}`, parent);
        line.push(parent);
      } catch (error) {
        refused.push(error);
      }
    }
    expect(line.length).toBe(20);
    expect(refused.length).toBe(80);
    expect(refused[0]).toMatchObject({
      code: 'too_large',
      message: 'Collections can be 20 deep at most. Nothing was changed.',
    });
    const top = await add('top');
    const [first] = line as [CollectionUid];
    const before = await tree();
    await expect(
      client['collections.move']({ uid: first, parent: top, to: 0 }),
    ).rejects.toMatchObject({ code: 'too_large' });
    expect(await tree()).toEqual(before);
    // One level less, and there is room.
    await client['collections.remove']({ uid: line.at(-1) as CollectionUid });
    await client['collections.move']({ uid: first, parent: top, to: 0 });
    expect((await tree())[0]).toBe('top');
  });

  it('are never in themselves', async () => {
    const { client, add, tree } = await withCollections();
    const a = await add('a');
    const b = await add('b', a);
    const c = await add('c', b);
    for (const parent of [a, b, c]) {
      await expect(client['collections.move']({ uid: a, parent, to: 0 })).rejects.toMatchObject({
        code: 'conflict',
        message: 'A collection cannot be put into itself, or into one that is in it.',
      });
    }
    expect(await tree()).toEqual(['a', 'a/b', 'a/b/c']);
    await client['collections.move']({ uid: c, parent: a, to: 0 });
    expect(await tree()).toEqual(['a', 'a/c', 'a/b']);
  });

  it('are 2,000 at most', async () => {
    const { context, add } = await withCollections();
    context.db.exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1999)
      INSERT INTO collection (uid, name, name_key, position, created_at) SELECT 'u' || i, 'n' || i, 'n' || i, i, 0 FROM n`);
    await add('the last');
    await expect(add('one more')).rejects.toMatchObject({
      code: 'too_large',
      message: 'There are 2000 collections at most.',
    });
  });
});
