// lectern export: takes articles along, in a form for other programs, or the whole library so that it can come back.
import { basename, extname, resolve } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import { LibraryEvent } from '#contract/events.ts';
import type { SomeOrAll } from '#contract/types/articles-or-all.ts';
import type { CollectionUid } from '#contract/types/collection.ts';
import { type ExportFormat, ExportFormat as Format } from '#contract/types/export.ts';
import type { LibraryClient } from '../local-client.ts';
import { type Options, UsageError } from './arguments.ts';
import { readTag, readUid } from './checked-input.ts';
import type { CommandRun } from './commands.ts';
import { writeLibrary } from './library-access.ts';
import { plain } from './output.ts';

type Wanted = (client: LibraryClient, signal: AbortSignal) => Promise<SomeOrAll | 'everything'>;

export async function runExport({ invocation, libraryDir, json, output, signal }: CommandRun) {
  const { operands, options } = invocation;
  const { format, to } = readPlace(options);
  const wanted = readWanted(format, operands, options);
  const exported = await writeLibrary(
    libraryDir,
    { create: false, orRead: true },
    async (client, onEvent) => {
      const articles = await wanted(client, signal);
      const stop = onEvent((event) => {
        const told = LibraryEvent.safeParse(event);
        if (!told.success || told.data.kind !== 'exporting') return;
        output.progress(`${told.data.done} of ${told.data.total} articles`);
      });
      try {
        const title = options.text('title') ?? basename(to, extname(to));
        return await client['exports.run'](
          { articles, format, to, replace: options.has('replace'), title: title.slice(0, 500) },
          signal,
        );
      } finally {
        stop();
        output.progress('');
      }
    },
  );
  for (const { name, problem } of exported.problems) output.problem(problem, name);
  if (json) output.json(exported);
  else {
    const { articles, bytes } = exported;
    const size = `${(bytes / 1024 / 1024).toFixed(1)} MB`;
    output.line(`${plain(to)}  ${articles} article${articles === 1 ? '' : 's'}, ${size}`);
  }
  return exported.problems.length > 0 ? 1 : 0;
}

/** @throws UsageError */
function readPlace(options: Options): { format: ExportFormat; to: string } {
  const full = options.text('full');
  const format = options.text('format');
  const to = options.text('to');
  if (full !== undefined) {
    if (format !== undefined || to !== undefined) {
      throw new UsageError('--full says form and place: leave out --format and --to.', 'export');
    }
    return { format: 'full', to: resolve(full) };
  }
  if (format === undefined || to === undefined) {
    throw new UsageError('An export needs --format and --to, or --full.', 'export');
  }
  return { format: Format.parse(format), to: resolve(to) };
}

/** @throws UsageError where more than one thing is named */
function readWanted(format: ExportFormat, operands: readonly string[], options: Options): Wanted {
  const query = options.text('query');
  const tag = options.text('tag');
  const collection = options.text('collection');
  const ways = [query, tag, collection, operands[0]].filter((way) => way !== undefined);
  if (ways.length > 1) {
    throw new UsageError('Name articles, or one of --query, --tag and --collection.', 'export');
  }
  if (format === 'full' && ways.length > 0) {
    throw new UsageError('A full export is of everything: name nothing.', 'export');
  }
  if (query !== undefined) return async () => ({ all: { search: query } });
  if (tag !== undefined) {
    const name = readTag(tag);
    return async () => ({ all: { list: 'all', tag: name } });
  }
  if (collection !== undefined) {
    return async (client, signal) => ({
      all: { list: 'all', collection: await collectionNamed(client, collection, signal) },
    });
  }
  const uids = operands.map(readUid);
  return async () => (uids.length > 0 ? { uids } : 'everything');
}

/**
 * By its name, or by the path to it: `work/papers`. A whole path is that one, whatever has such a name further in.
 * @throws LibraryError not_found, conflict
 */
async function collectionNamed(
  client: LibraryClient,
  name: string,
  signal: AbortSignal,
): Promise<CollectionUid> {
  const wanted = `/${name.toLowerCase()}`;
  const paths = new Map<CollectionUid, string>();
  for (const { uid, name: own, parent } of await client['collections.list']({}, signal)) {
    const above = parent === null ? '' : (paths.get(parent) ?? '');
    paths.set(uid, `${above}/${own.toLowerCase()}`);
  }
  const found = [...paths].filter(([, path]) => path.endsWith(wanted));
  const whole = found.filter(([, path]) => path === wanted);
  const [one, another] = whole.length === 1 ? whole : found;
  if (!one) throw new LibraryError('not_found', `There is no collection “${name}”.`);
  if (!another) return one[0];
  throw new LibraryError(
    'conflict',
    `There are ${found.length} collections “${name}”. Name the one with those that it is in: a/b.`,
  );
}
