// Whether the files of a full export are still as they were written: the manifest has the SHA-256 of each. Pictures and pages below `assets/` are
// named by theirs, and are looked at when their article is taken in.
import { createHash } from 'node:crypto';
import { setImmediate as otherWork } from 'node:timers/promises';
import { LibraryError } from '#contract/errors.ts';
import type { Problem } from '#contract/types/problem.ts';
import { linesOf } from '../source/lines-of.ts';
import type { SourceEntry } from '../source/source.ts';

interface Damaged {
  readonly place: string;
  readonly problem: Problem;
}

/** One to a line, as it is written. */
const FILE = /^\{"path":(".*"),"bytes":\d{1,16},"sha256":"([0-9a-f]{64})"\},?$/;

/** Files looked at between two pauses. */
const AT_ONCE = 50;

/**
 * @param at finds a file by its path
 * @throws LibraryError when iterated: cancelled
 */
export async function* damagedFiles(
  manifest: SourceEntry,
  at: (path: string) => SourceEntry | undefined,
  signal: AbortSignal,
): AsyncGenerator<Damaged> {
  let looked = 0;
  for await (const { text } of linesOf(manifest, signal)) {
    const [, path, sha256] = FILE.exec(text) ?? [];
    if (path === undefined || sha256 === undefined) continue;
    const place = String(JSON.parse(path));
    if (place.startsWith('assets/')) continue;
    if (++looked % AT_ONCE === 0) await otherWork();
    const entry = at(place);
    if (!entry) {
      yield { place, problem: { code: 'not_found', message: 'This file is no longer there.' } };
      continue;
    }
    const found = await sumOf(entry, signal);
    if (found !== sha256) yield { place, problem: CHANGED };
  }
}

const CHANGED: Problem = {
  code: 'invalid_input',
  message:
    'This file is not as it was written: its SHA-256 is not the one that the manifest has. What can be read of it is taken in.',
};

/** Null where it cannot be read to its end. */
async function sumOf(entry: SourceEntry, signal: AbortSignal): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of entry.stream(signal)) hash.update(chunk);
  } catch (error) {
    if (!(error instanceof LibraryError) || error.code === 'cancelled') throw error;
    return null;
  }
  return hash.digest('hex');
}
