// lectern tag: gives an article tags, and says which it has now.
import { readTag, readUid } from './checked-input.ts';
import type { CommandRun } from './commands.ts';
import { writeLibrary } from './library-access.ts';
import { plain } from './output.ts';

export async function runTag({ invocation, libraryDir, json, output, signal }: CommandRun) {
  const [first = '', ...rest] = invocation.operands;
  const uid = readUid(first);
  const names = rest.map(readTag);
  const { tags } = await writeLibrary(libraryDir, { create: false }, async (client) => {
    for (const name of names) await client['tags.add']({ uids: [uid], name }, signal);
    return client['articles.get']({ uid }, signal);
  });
  if (json) output.json(tags);
  else output.line(tags.map(plain).join(', '));
  return 0;
}
