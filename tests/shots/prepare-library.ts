// What a screen wants the sample library to have been through.
import type { CollectionUid } from '#contract/types/collection.ts';
import type { LibraryClient } from '#hosts/local-client.ts';
import { HARBOUR, PATHS } from './screen.ts';

export async function saveSearches(client: LibraryClient): Promise<void> {
  for (const [name, query] of [
    ['Books and libraries', 'book OR library'],
    ['Unread maps', 'tag:maps is:unread'],
  ] as const) {
    await client['savedSearches.add']({ name, query });
  }
}

/** Two of them in another, and one that is not in any. */
export async function makeCollections(client: LibraryClient): Promise<void> {
  const { articles } = await client['articles.list']({ list: 'all' });
  const holding = (...words: readonly string[]) =>
    articles
      .filter(({ title }) => words.some((word) => title.includes(word)))
      .map(({ uid }) => uid);
  const writing = await client['collections.add']({ name: 'Writing' });
  const made: [name: string, parent: CollectionUid | null, words: string[]][] = [
    ['Essay on edges', writing.uid, ['margins', 'harbour', 'cartographer', 'Tide']],
    ['Maps, for the talk in May', writing.uid, ['cartographer', 'harbour']],
    ['For the train', null, ['poetry', 'program', 'harbour']],
  ];
  for (const [name, parent, words] of made) {
    const { uid } = await client['collections.add']({ name, parent });
    await client['collections.put']({ uid, uids: holding(...words) });
  }
}

/** Articles like the one on the harbour get a tag that it has not. */
export async function tagSimilar(client: LibraryClient): Promise<void> {
  const { articles } = await client['articles.list']({ list: 'all' });
  const harbour = articles.find(({ title }) => title === HARBOUR);
  if (!harbour) throw new Error('There is no harbour.');
  const related = await client['search.related']({ uid: harbour.uid, limit: 5 });
  const uids = related.articles.map(({ article }) => article.uid);
  await client['tags.add']({ uids, name: 'coast' });
  await client['tags.add']({ uids: uids.slice(0, 2), name: 'to write about' });
}

export async function changeSomething(client: LibraryClient): Promise<void> {
  const { articles } = await client['articles.list']({ list: 'all' });
  const uids = articles.map(({ uid }) => uid);
  await client['articles.star']({ uids: uids.slice(2, 3), starred: true });
  await client['tags.add']({ all: { list: 'inbox' }, name: 'this summer' });
  await client['articles.setStatus']({ uids: uids.slice(4, 6), status: 'finished' });
  await client['articles.archive']({ uids: uids.slice(4, 5), archived: true });
  for (let step = 0; step < 2; step++) await client['journal.undo']({});
}

export async function throwSomeAway(client: LibraryClient): Promise<void> {
  const { articles } = await client['articles.list']({ list: 'all', sort: 'oldest' });
  // Later pictures show that one.
  const others = articles.filter(({ title }) => title !== PATHS);
  await client['articles.trash']({
    uids: others.slice(0, 2).map(({ uid }) => uid),
    trashed: true,
  });
}

/** What a morning of clipping asks for. */
export async function askTheNetwork(client: LibraryClient): Promise<void> {
  const asked = [
    ['clip', 'tidetables.example', 48_210, 200],
    ['picture', 'img.tidetables.example', 312_448, 200],
    ['picture', 'img.tidetables.example', 97_120, 200],
    ['script', 'cdn.tidetables.example', 61_004, 200],
    ['clip', 'longreads.example', 0, null],
    ['clip', 'maps-and-margins.example', 5_120, 301],
    ['clip', 'www.maps-and-margins.example', 71_930, 200],
    ['picture', 'www.maps-and-margins.example', 1_204_882, 200],
    ['picture', 'pixel.example', 312, 403],
    ['update', 'updates.lectern.example', 2_044, 200],
  ] as const;
  if ((await client['network.list']({ limit: 1 })).requests.length > 0) return;
  const end = Date.now() - 3_600_000;
  await client['network.record']({
    requests: asked.map(([reason, host, bytes, status], at) => ({
      at: end - (asked.length - at) * (at < 3 ? 40_000_000 : 47_000),
      host,
      reason,
      bytes,
      status,
      code: status === null ? 'unreachable' : status === 403 ? 'refused_by_site' : null,
    })),
  });
}

/** One with everything, and one after some things were done. */
export async function makeBackups(client: LibraryClient): Promise<void> {
  if ((await client['backups.list']({})).backups.length > 1) return;
  await client['backups.make']({});
  const { articles } = await client['articles.list']({ list: 'all' });
  const [first, second] = articles.slice(2).map(({ uid }) => uid);
  if (!first || !second) return;
  await client['articles.star']({ uids: [first], starred: true });
  await client['tags.add']({ uids: [second], name: 'to lend' });
  await client['backups.make']({});
}

export async function colourTags(client: LibraryClient): Promise<void> {
  const colours = { books: 'blue', places: 'green', science: 'purple' } as const;
  for (const { uid, name } of await client['tags.list']({})) {
    const colour = Object.entries(colours).find(([tag]) => tag === name)?.[1];
    if (colour) await client['tags.setColour']({ uid, colour });
  }
}
