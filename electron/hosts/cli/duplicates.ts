// lectern duplicates: articles whose texts are nearly the same, by group; compares first what was not compared yet.
import { LibraryError } from '#contract/errors.ts';
import type { DuplicateGroups } from '#contract/types/duplicate.ts';
import type { LibraryClient } from '../local-client.ts';
import type { CommandRun } from './commands.ts';
import { readLibrary, writeLibrary } from './library-access.ts';
import { type Output, plain } from './output.ts';

const MAX_GROUPS = 1000;

export async function runDuplicates({ libraryDir, json, output, signal }: CommandRun) {
  const list = (client: LibraryClient) => client['duplicates.list']({ limit: MAX_GROUPS }, signal);
  const found = await writeLibrary(libraryDir, { create: false }, async (client) => {
    for (let pending = 1; pending > 0; ) {
      pending = (await client['duplicates.catchUp']({}, signal)).pending;
    }
    return list(client);
  }).catch((error: unknown) => {
    // Of a library that cannot be written, what was compared before.
    if (error instanceof LibraryError && error.code === 'read_only') {
      return readLibrary(libraryDir, list);
    }
    throw error;
  });
  if (json) output.json(found);
  else print(found, output);
  return 0;
}

function print({ groups, total, pending }: DuplicateGroups, { line, style }: Output): void {
  for (const { articles, similarity } of groups) {
    line(`${Math.floor(similarity * 100)}% the same`);
    for (const { uid, savedAt, title, url } of articles) {
      const saved = style.faint(new Date(savedAt).toISOString().slice(0, 10));
      const from = style.faint(plain(url ?? ''));
      line(`  ${[uid, saved, style.strong(plain(title)), from].join('  ')}`.trimEnd());
    }
  }
  if (total === 0) line('No article is there twice.');
  if (total > groups.length) line(`${total - groups.length} more groups`);
  if (pending > 0) line(`${pending} articles were not compared`);
}
