// lectern stats: how much there is, and what takes room on the disk.
import type { CommandRun } from './commands.ts';
import { readLibrary } from './library-access.ts';

export async function runStats({ libraryDir, json, output, signal }: CommandRun) {
  const stats = await readLibrary(libraryDir, async (client) => ({
    counts: await client['articles.counts']({}, signal),
    info: await client['library.info']({}, signal),
    use: await client['storage.use']({}, signal),
  }));
  if (json) {
    output.json(stats);
    return 0;
  }
  const { counts, info, use } = stats;
  const { database, pages, pictures, unused, backups } = use;
  const rows: [string, number, string][] = [
    ['texts', database.texts, 'what articles say'],
    ['search index', database.index, 'can be made again'],
    ['other tables', database.rest + database.free, 'tags, notes, highlights, history'],
    ['saved pages', pages.bytes, `${pages.count} files`],
    ['pictures', pictures.bytes, `${pictures.count} files`],
    ['unused files', unused.bytes, `${unused.count} files`],
    ['backups', backups.bytes, `${backups.count} of them, files that only they have`],
  ];
  output.line(`${counts.all} articles, ${counts.trash} in the trash, in ${info.dir}`);
  for (const [name, bytes, hint] of rows) {
    output.line(`${name.padEnd(14)}${megabytes(bytes)}  ${output.style.faint(hint)}`);
  }
  const total = rows.reduce((sum, [, bytes]) => sum + bytes, 0);
  output.line(output.style.strong(`${'together'.padEnd(14)}${megabytes(total)}`));
  if (info.risk) {
    const { kind, name } = info.risk;
    const where = kind === 'synced' ? `in a folder of ${name}` : `on another computer (${name})`;
    output.problem({
      code: 'not_allowed',
      message: `The library lies ${where}, where it can be damaged. Move it to a folder on this computer’s own disk, and let backups be copied there: lectern backups --second DIR.`,
    });
  }
  return 0;
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1).padStart(10)} MB`;
