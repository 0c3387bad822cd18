// Which folder is the library's: the one named at the start, else the one that was chosen last, else the usual one. No Electron here.
import { z } from 'zod';
import { readKept, writeKept } from './kept-file.ts';

const Kept = z.object({
  /** Null for the usual one. */
  dir: z.string().nullable(),
  /** From where it was moved, until that is thrown away. */
  old: z.string().nullable().catch(null),
});
type Kept = z.infer<typeof Kept>;

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
  let kept: Kept = readKept(file, Kept, { dir: null, old: null }, onProblem);
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
