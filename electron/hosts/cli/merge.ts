// lectern merge: makes one article of several, the first of which is kept.
import { readUid } from './checked-input.ts';
import type { CommandRun } from './commands.ts';
import { writeLibrary } from './library-access.ts';
import { plain } from './output.ts';

export async function runMerge({ invocation, libraryDir, json, output, signal }: CommandRun) {
  const [keep, ...others] = invocation.operands.map(readUid);
  if (!keep) throw new Error('The table of commands lets no merge of nothing pass');
  const kept = await writeLibrary(libraryDir, { create: false }, async (client) => {
    await client['duplicates.merge']({ keep, others }, signal);
    return client['articles.get']({ uid: keep }, signal);
  });
  if (json) output.json(kept);
  else output.line(`merged  ${kept.uid}  ${output.style.strong(plain(kept.title))}`);
  return 0;
}
