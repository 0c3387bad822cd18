// What handlers work with: the rooms of the library get these and make their handlers from them.
import type { Client, Handlers, NamesOf } from '#contract/define.ts';
import type { LibraryEvent } from '#contract/events.ts';
import type { LibraryContract } from '#contract/library.ts';
import type { LocalTime } from './local-time.ts';
import type { Ports } from './ports.ts';
import type { AssetStore } from './storage/asset-store.ts';
import type { ReadDb, WriteDb } from './storage/database.ts';

/** For commands: the owner's thread, and everything that a host supplies. */
export interface WriteContext {
  readonly db: WriteDb;
  /** The library's folder, absolute. */
  readonly dir: string;
  readonly ports: Ports;
  readonly assets: AssetStore;
  /** Strictly increasing ULIDs. */
  newUid(): string;
  /** Has a query answered in a reader thread, by what is committed: for what would hold up everyone else. */
  ask<Name extends QueryName>(
    name: Name,
    input: Parameters<Client<LibraryContract>[Name]>[0],
    signal: AbortSignal,
  ): ReturnType<Client<LibraryContract>[Name]>;
  /** After the commit, never before: listeners read what it tells of. */
  emit(event: LibraryEvent): void;
  /** Between two pieces of long work: waits a moment while somebody searches. */
  giveWay(): Promise<void>;
}

/** For queries: any thread, any number of them. */
export interface ReadContext {
  readonly db: ReadDb;
  readonly dir: string;
  /** Whether the library was opened without the right to write. */
  readonly readOnly: boolean;
  readonly time: LocalTime;
  /** Tells the owner, where there is one, that a search met damage in the index. */
  tellIndexDamage(): void;
}

export type QueryName = NamesOf<LibraryContract, 'query'>;
export type CommandName = NamesOf<LibraryContract, 'command'>;
/** The handlers of some of the contract's calls. */
export type Answers<Name extends keyof LibraryContract> = Pick<Handlers<LibraryContract>, Name>;
