// Room on the disk that is held back. A full disk does not even let things be deleted, since that has to be written down
// first: then this file is given up, and what was to be done is done. It comes back when there is room again.
import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { open, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';

/** Enough for the log of a large deletion, and for writing it back. */
const BALLAST_BYTES = 6 * 1024 * 1024;
/** Where less is free than so many times as much, others need it more. */
const ROOM = 4;
const CHUNK_BYTES = 1024 * 1024;

const ballastFile = (libraryDir: string) => join(libraryDir, 'ballast');

/** @returns whether it is there now; where there is no room for it, or it cannot be written, it is not */
export async function holdBallast(libraryDir: string): Promise<boolean> {
  if (isBallastHeld(libraryDir)) return true;
  const part = `${ballastFile(libraryDir)}.part`;
  try {
    const { bavail, bsize } = await statfs(libraryDir);
    if (bavail * bsize < BALLAST_BYTES * ROOM) return false;
    const file = await open(part, 'w', 0o600);
    try {
      // Of noise: some file systems keep zeros in no room at all.
      for (let written = 0; written < BALLAST_BYTES; written += CHUNK_BYTES) {
        await file.write(randomBytes(CHUNK_BYTES));
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, ballastFile(libraryDir));
    return true;
  } catch {
    await rm(part, { force: true });
    return false;
  }
}

export function isBallastHeld(libraryDir: string): boolean {
  return statSync(ballastFile(libraryDir), { throwIfNoEntry: false })?.size === BALLAST_BYTES;
}

/** @returns whether there was any */
export async function releaseBallast(libraryDir: string): Promise<boolean> {
  if (!statSync(ballastFile(libraryDir), { throwIfNoEntry: false })) return false;
  await rm(ballastFile(libraryDir));
  return true;
}
