// A small file of the shell's own: read when it starts, written beside and renamed. A broken one is put aside, never written over.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isMissing } from '#hosts/is-missing.ts';

/**
 * Never throws: what it says is a convenience, and the app starts without.
 * @param read of what JSON says; throws where nothing of it can be believed
 */
export function readKept<Kept>(
  file: string,
  read: (value: unknown) => Kept,
  fresh: Kept,
  onProblem: (error: unknown) => void,
): Kept {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (isMissing(error)) return fresh;
    onProblem(error);
    putAside(file, onProblem);
    return fresh;
  }
}

/** Written beside and renamed, so that a crash leaves the old state or the new one. */
export function writeKept(file: string, kept: unknown, onProblem: (error: unknown) => void): void {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, file);
  } catch (error) {
    onProblem(error); // A full or read-only disk must not keep the app from closing.
  }
}

function putAside(file: string, onProblem: (error: unknown) => void): void {
  try {
    renameSync(file, `${file}.broken`);
  } catch (error) {
    onProblem(error);
  }
}
