// Which calls only read. Known from the start of what a window asks as it opens, and of all else as soon as the owner is at work: the
// contract as a whole is read then.
import { firstCalls } from '#contract/first.ts';
import type { LibraryContract } from '#contract/library.ts';

let contract: LibraryContract | null = null;

export async function readKinds(): Promise<void> {
  contract ??= (await import('#contract/library.ts')).libraryContract;
}

/** Whether a call is answered before the owner's work has begun. */
export const isFirst = (name: string): boolean => Object.hasOwn(firstCalls, name);

/** @returns false also for what is not known yet, and for names that are not in the contract */
export const isQuery = (name: string): boolean =>
  isFirst(name) ||
  (contract !== null &&
    Object.hasOwn(contract, name) &&
    contract[name as keyof LibraryContract].kind === 'query');
