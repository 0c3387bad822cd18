// lectern versions: the snapshots of an article, newest first; with --show the article shows another of them, with --compare it
// says what differs.
import { LibraryError } from '#contract/errors.ts';
import { type Snapshot, SnapshotUid } from '#contract/types/snapshot.ts';
import type { LibraryClient } from '../local-client.ts';
import { UsageError } from './arguments.ts';
import { readUid } from './checked-input.ts';
import type { CommandRun } from './commands.ts';
import { readLibrary, writeLibrary } from './library-access.ts';
import { type Output, plain } from './output.ts';
import { printComparison } from './print-comparison.ts';

export async function runVersions({ invocation, libraryDir, json, output, signal }: CommandRun) {
  const { operands, options } = invocation;
  const uid = readUid(operands[0] ?? '');
  const wanted = options.text('show');
  const compared = options.text('compare');
  if (wanted !== undefined && compared !== undefined) {
    throw new UsageError(
      '--show and --compare are two things: do one after the other.',
      'versions',
    );
  }
  const list = (client: LibraryClient) => client['snapshots.ofArticle']({ uid }, signal);
  if (compared !== undefined) {
    const comparison = await readLibrary(libraryDir, async (client) => {
      const pair = pairWithShown(await list(client), compared);
      return client['snapshots.compare'](pair, signal);
    });
    if (json) output.json(comparison);
    else printComparison(comparison, output);
    return 0;
  }
  const versions =
    wanted === undefined
      ? await readLibrary(libraryDir, list)
      : await writeLibrary(libraryDir, { create: false }, async (client) => {
          const version = findVersion(await list(client), wanted);
          await client['snapshots.show']({ uid: version.uid }, signal);
          return list(client);
        });
  if (json) output.json(versions);
  else for (const version of versions) printVersion(version, output);
  return 0;
}

/** @throws LibraryError not_found */
function findVersion(versions: readonly Snapshot[], text: string): Snapshot {
  const uid = SnapshotUid.safeParse(text.toUpperCase());
  const found = versions.find((version) => uid.success && version.uid === uid.data);
  if (found) return found;
  throw new LibraryError('not_found', `This article has no version “${text}”.`);
}

/** The older first. */
function pairWithShown(versions: readonly Snapshot[], text: string) {
  const version = findVersion(versions, text);
  const shown = versions.find(({ inUse }) => inUse) ?? version;
  const [from, to] =
    versions.indexOf(shown) < versions.indexOf(version) ? [version, shown] : [shown, version];
  return { from: from.uid, to: to.uid };
}

function printVersion(version: Snapshot, { line, style }: Output): void {
  const { uid, capturedAt, wordCount, inUse, url, fileName } = version;
  const captured = new Date(capturedAt).toISOString().slice(0, 16).replace('T', ' ');
  const words = wordCount === null ? 'not read' : `${wordCount} words`;
  const from = plain(url ?? fileName ?? '');
  const shown = inUse ? style.strong('shown') : '     ';
  line([uid, style.faint(captured), shown, words, style.faint(from)].join('  ').trimEnd());
}
