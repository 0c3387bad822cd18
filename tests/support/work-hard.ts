// Everything that people do to a library, again and again: clips, tags, stars, imports, and tags for all there is.
import { zipSync } from 'fflate';
import type { Client } from '#contract/define.ts';
import type { LibraryContract } from '#contract/library.ts';
import type { Kept } from './kept-changes.ts';

const pageOf = (title: string) => `${title}\n${`${title} and ${Math.random()} `.repeat(200)}`;

/** @param keep does the work, and tells of it */
export async function workHard(
  client: Client<LibraryContract>,
  round: string,
  keep: <T>(kept: Kept, work: () => Promise<T>) => Promise<T>,
  times = Number.POSITIVE_INFINITY,
): Promise<void> {
  const ofRound: string[] = [];
  for (let at = 0; at < times; at++) {
    const title = `Clip ${at} of round ${round}`;
    const { uid } = await keep({ titles: [title], tag: 'clipped' }, () =>
      client['clip.fromPasted']({ text: pageOf(title), tags: ['clipped'] }),
    );
    ofRound.push(title);
    const tag = `round ${round}`;
    await keep({ titles: [title], tag }, () => client['tags.add']({ uids: [uid], name: tag }));
    await keep({ titles: [title], starred: true }, () =>
      client['articles.star']({ uids: [uid], starred: true }),
    );
    if (at % 4 !== 1) continue;
    const titles = [1, 2, 3, 4].map((page) => `Page ${page} of import ${at} of round ${round}`);
    const pages = titles.map((each) => [`${each}.txt`, Buffer.from(pageOf(each))]);
    const bytes = new Uint8Array(zipSync(Object.fromEntries(pages)));
    await keep({ titles, tag: 'imported' }, () =>
      client['clip.fromZip']({ name: 'a.zip', bytes, tags: ['imported'] }),
    );
    ofRound.push(...titles);
    const name = `all of ${at} of round ${round}`;
    await keep({ titles: [...ofRound], tag: name }, () =>
      client['tags.add']({ all: { list: 'all' }, name }),
    );
  }
}
