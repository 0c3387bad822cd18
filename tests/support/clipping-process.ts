// A process that opens a library and clips and tags until it is killed, and tells of each article that is kept. With
// `early` it tells before it is: the control of tests that count what was lost.
import { libraryContract } from '#contract/library.ts';
import { openLibrary } from '#library/open-library.ts';
import { clientOf } from './client-of.ts';
import { makePorts, textParser } from './make-ports.ts';

const [, , dir = '', round = '', early] = process.argv;
const library = await openLibrary({ dir, ports: makePorts({ parser: textParser }) });
const client = clientOf(libraryContract, library.dispatch);
const tell = (message: object) => new Promise((told) => process.send?.(message, told));

for (let at = 0; ; at++) {
  const title = `Clip ${at} of round ${round}`;
  const text = `${title}\n${`word${at} and ${Math.random()} `.repeat(200)}`;
  if (early) await tell({ title, tagged: true });
  const { uid } = await client['clip.fromPasted']({ text, tags: ['clipped'] });
  if (!early) await tell({ title, tagged: false });
  await client['tags.add']({ uids: [uid], name: `round ${round}` });
  await client['articles.star']({ uids: [uid], starred: true });
  if (!early) await tell({ title, tagged: true });
}
