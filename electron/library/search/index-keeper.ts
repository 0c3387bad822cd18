// Keeps the index whole: makes the entries anew that lag, a few at a time, while search goes on with those there are;
// notices a damaged one; has the vocabulary made when enough has changed; and joins its pieces when nothing else happens.
import type { WriteContext } from '../context.ts';
import { transaction, type WriteDb } from '../storage/database.ts';
import { codeOf } from '../storage/storage-error.ts';
import { indexMerge } from './index-merge.ts';
import {
  addMissing,
  countLagging,
  findLagging,
  findNormaliserVersion,
  outdateAll,
  probeIndex,
  recreateIndex,
} from './index-repo.ts';
import { NORMALISER_VERSION } from './normalise.ts';
import { reindexArticles } from './reindex-article.ts';
import { type VocabularyBuild, vocabularyBuild } from './vocabulary-build.ts';
import { vocabularyWatch } from './vocabulary-watch.ts';

/** Some 20 ms of work, then the same time for everyone else. */
const AT_ONCE = 12;
const PAUSE_MS = 15;
/** A window that shows how far it is asks anew after so many. */
const TOLD_EVERY = 600;
/** So long after a change it looks whether there is something to do. */
const IDLE_MS = 3000;
/** With nothing to do, and nothing changed, it looks less and less often: a computer at rest is left at rest. */
const LONGEST_IDLE_MS = 10 * 60_000;
/** Articles that nobody knows to be missing are looked for when whoever opened the library has seen it. */
const FIRST_COUNT_MS = 2000;

export interface IndexKeeper {
  /** Goes on until the library is closed. */
  start(): void;
  /** Something changed: it may lag, or lie in one more piece. */
  changed(): void;
  /** Starts all of it anew. */
  rebuild(): void;
  /** The same, for whoever met damage and waits for nothing. */
  mend(): void;
  close(): void;
}

/** What opening a library does: sees whether the index can be read, and whether it follows today's rules. Cheap. */
export function inspectIndex(db: WriteDb): void {
  transaction(db, () => {
    if (!isReadable(db)) {
      recreateIndex(db);
      outdateAll(db, NORMALISER_VERSION);
    } else if (findNormaliserVersion(db) !== NORMALISER_VERSION) {
      outdateAll(db, NORMALISER_VERSION);
    }
  });
}

/** All of it again, from the articles. Until it is done, articles are found as far as it got, the newest first. */
export function startIndexAnew(db: WriteDb): void {
  transaction(db, () => {
    recreateIndex(db);
    outdateAll(db, NORMALISER_VERSION);
  });
}

/** @returns how many articles still lag */
export function indexSome(db: WriteDb, limit = AT_ONCE): number {
  return transaction(db, () => {
    reindexArticles(db, findLagging(db, limit));
    return countLagging(db);
  });
}

export function indexKeeper({ db, ports, emit }: WriteContext): IndexKeeper {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the timer ends. */
  let due = Number.POSITIVE_INFINITY;
  let idle = IDLE_MS;
  let works = false;
  let isCounted = false;
  let sinceTold = 0;
  let isBehind = false;
  let build: VocabularyBuild | null = null;
  const vocabulary = vocabularyWatch(db, () => performance.now());
  const merge = indexMerge(db);

  function later(ms: number): void {
    clearTimeout(timer);
    due = performance.now() + ms;
    timer = setTimeout(next, ms);
    timer.unref();
  }
  function next(): void {
    try {
      if (work()) {
        idle = IDLE_MS;
        later(PAUSE_MS);
      } else {
        later(idle);
        idle = Math.min(2 * idle, LONGEST_IDLE_MS);
      }
    } catch (error) {
      works = false;
      // A full disk, usually. What is left is done after the next start, and is found by its old entry until then.
      ports.log.error('the index could not be kept', error);
    }
  }
  /** @returns whether there is more to do */
  function work(): boolean {
    if (countLagging(db) > 0) {
      const left = indexSome(db);
      sinceTold += AT_ONCE;
      isBehind = left > 0;
      if (!isBehind || sinceTold >= TOLD_EVERY) {
        sinceTold = 0;
        emit({ kind: 'changed', topics: ['index'] });
      }
      return true;
    }
    if (!isCounted) {
      isCounted = true;
      if (addMissing(db) > 0) return true;
    }
    build ??= vocabulary.isDue() ? vocabularyBuild(db) : null;
    if (!build) return merge.step();
    if (build.step()) {
      build = null;
      // What is suggested, and what is related, comes from it.
      emit({ kind: 'changed', topics: ['index'] });
    }
    return true;
  }

  function rebuild(): void {
    startIndexAnew(db);
    emit({ kind: 'changed', topics: ['index'] });
    works = true;
    later(PAUSE_MS);
  }

  return {
    start() {
      try {
        inspectIndex(db);
      } catch (error) {
        ports.log.error('the index could not be inspected', error);
      }
      works = true;
      later(countLagging(db) > 0 ? PAUSE_MS : FIRST_COUNT_MS);
    },
    changed() {
      idle = IDLE_MS;
      if (works && due - performance.now() > IDLE_MS) later(IDLE_MS);
    },
    rebuild,
    mend() {
      ports.log.warn('the search index is damaged, and is made anew');
      try {
        rebuild();
      } catch (error) {
        ports.log.error('the index could not be made anew', error);
      }
    },
    close() {
      works = false;
      clearTimeout(timer);
    },
  };
}

function isReadable(db: WriteDb): boolean {
  try {
    probeIndex(db);
    return true;
  } catch (error) {
    if (!/^SQLITE_(CORRUPT|ERROR)/.test(codeOf(error) ?? '')) throw error;
    return false;
  }
}
