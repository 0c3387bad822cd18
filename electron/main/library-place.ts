// Which folder is the library's: the one named at the start, else the one that was chosen last, else the usual one. No Electron here.
import { fieldsOf, stringOr } from './kept-fields.ts';
import { readKept, writeKept } from './kept-file.ts';

interface Kept {
  /** Null for the usual one. */
  readonly dir: string | null;
  /** From where it was moved, until that is thrown away. */
  readonly old: string | null;
}

export interface LibraryPlace {
  now(): string;
  /** Whether it was chosen, or open before: then a folder without a library is one whose disk is missing, and none is made there. */
  mustExist(): boolean;
  /** It was open: where it is not there later, it has gone. */
  wasOpen(): void;
  old(): string | null;
  /** From now on, and at the next start. */
  change(to: { readonly dir: string; readonly old: string | null; readonly isNew: boolean }): void;
}

export function libraryPlace(
  file: string,
  { named, usual }: { readonly named: string | null; readonly usual: string },
  onProblem: (error: unknown) => void,
): LibraryPlace {
  let kept: Kept = readKept(file, read, { dir: null, old: null }, onProblem);
  let dir = named ?? kept.dir ?? usual;
  let mustExist = named === null && kept.dir !== null;
  return {
    now: () => dir,
    mustExist: () => mustExist,
    wasOpen() {
      mustExist = true;
    },
    old: () => kept.old,
    change({ dir: next, old, isNew }) {
      dir = next;
      mustExist = !isNew;
      kept = { dir: next, old };
      writeKept(file, kept, onProblem);
    },
  };
}

/** @throws TypeError where it does not say which library */
function read(value: unknown): Kept {
  const { dir, old } = fieldsOf(value);
  if (typeof dir !== 'string' && dir !== null) throw new TypeError('names no folder');
  return { dir, old: stringOr(old, null) };
}
