// An import from beginning to end, as a caller sees it.
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '#contract/define.ts';
import type { LibraryContract } from '#contract/library.ts';
import type { FormatId, ImportRow, ImportRun, ImportUid } from '#contract/types/import.ts';
import { TagName } from '#contract/types/tag.ts';

interface Given {
  readonly format?: FormatId;
  readonly fetch?: boolean;
  readonly tags?: readonly string[];
}

/** Starts one and waits for its end, however it ends. */
export async function importWhole(
  client: Client<LibraryContract>,
  path: string,
  { format, fetch = false, tags = [] }: Given = {},
): Promise<ImportRun> {
  const source = { path };
  const plan = await client['imports.plan']({ source });
  const { uid } = await client['imports.start']({
    source,
    format: format ?? plan.format,
    fetch,
    tags: tags.map((tag) => TagName.parse(tag)),
  });
  return ended(client, uid);
}

export async function ended(client: Client<LibraryContract>, uid: ImportUid): Promise<ImportRun> {
  for (;;) {
    const run = await client['imports.get']({ uid });
    if (run.state !== 'running') return run;
    await pause(5);
  }
}

/** Of the report, without what names articles. */
export async function rowsOf(
  client: Client<LibraryContract>,
  { uid }: Pick<ImportRun, 'uid'>,
): Promise<Omit<ImportRow, 'article'>[]> {
  const { rows } = await client['imports.rows']({ uid, limit: 1000 });
  return rows.map(({ place, outcome, title, url, problem }) => ({
    place,
    outcome,
    title,
    url,
    problem,
  }));
}
