// Takes in the entries of a source one after the other: rows without text some hundred in a transaction, what has a text one by one.
import { setImmediate as otherWork } from 'node:timers/promises';
import { type ErrorCode, LibraryError } from '#contract/errors.ts';
import type { Problem } from '#contract/types/problem.ts';
import { findIdByUid, findIdByUrlKey } from '../../../articles/article-repo.ts';
import { awaitsText } from '../../../articles/awaited-repo.ts';
import type { AssetHold } from '../../../clip/asset-keeper.ts';
import type { ClipWithin } from '../../../clip/clip-within.ts';
import type { WriteContext } from '../../../context.ts';
import { topicsOf } from '../../../journal/record-step.ts';
import { transaction, withoutSync } from '../../../storage/database.ts';
import type { SharedIds } from '../../exact/put-shared.ts';
import type { Found, FoundContent } from '../found-item.ts';
import { findKnown } from './find-known.ts';
import type { ImportWriter } from './import-writer.ts';
import { judgeItem } from './judge-item.ts';
import { pagesAhead } from './pages-ahead.ts';
import { putContent } from './put-content.ts';
import { type Exact, putExact } from './put-exact.ts';
import { type Entry, join, putMade, putWithoutText, rowOf } from './put-item.ts';
import type { NewRow, StoredRun } from './run-repo.ts';

/** Some 50 ms of work. */
const AT_ONCE = 400;
/** New articles with a text wait for the disk together: those that a power cut takes back are the next when the import goes on. */
const SYNCED_AT_ONCE = 20;

type Waiting = Entry | NewRow;

/** Of the library, not of one entry: the import stops, and can go on when it has passed. */
const stopping: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'cancelled',
  'disk_full',
  'read_only',
  'library_busy',
  'library_damaged',
  'host_gone',
]);

const isStopping = (error: unknown): boolean =>
  error instanceof LibraryError && stopping.has(error.code);

/** An entry before its turn. */
interface Expected {
  readonly one: Waiting;
  readonly exact?: Exact | undefined;
}

interface Taker {
  /** Judges an entry before its turn comes, and has its page read meanwhile. */
  expect(found: Found, seq: number, signal: AbortSignal): Expected;
  /** @throws LibraryError of the kind that stops an import */
  take(expected: Expected, signal: AbortSignal): Promise<void>;
  /** Writes what waits for its lot. @throws LibraryError as `take` */
  flush(): Promise<void>;
}

export function taker(
  context: WriteContext,
  openHold: () => AssetHold,
  {
    run,
    shared,
    writer,
  }: {
    readonly run: StoredRun;
    readonly shared: SharedIds;
    readonly writer: ImportWriter;
  },
): Taker {
  const { db, ports, emit } = context;
  const now = ports.clock.now();
  const importing = { fetches: run.fetch, startedAt: run.startedAt };
  const ahead = pagesAhead(context);
  const reading = { ...context, ports: { ...ports, parser: ahead.parser } };
  let waiting: Waiting[] = [];
  let unsynced = 0;

  /** Few are one by one where one of them cannot be written. */
  async function flush(): Promise<void> {
    const lot = waiting;
    waiting = [];
    if (lot.length === 0) return;
    try {
      writer.write((part) => {
        for (const one of lot) put(one, part);
      });
    } catch (error) {
      if (isStopping(error)) throw error;
      for (const one of lot) putAlone(one);
    }
    tell();
    await otherWork();
    await context.giveWay();
  }

  function put(one: Waiting, part: Parameters<Parameters<ImportWriter['write']>[0]>[0]): void {
    if ('item' in one) putWithoutText(context, one, { part, run: importing, problem: null });
    else part.row(one, []);
  }

  function putAlone(one: Waiting): void {
    try {
      writer.write((part) => put(one, part));
    } catch (error) {
      if (isStopping(error)) throw error;
      const row = 'item' in one ? rowOf(one, 'failed', null, problemOf(error)) : one;
      writer.write((part) => part.row(row, []));
    }
  }

  function problemOf(error: unknown): Problem {
    if (error instanceof LibraryError && error.code !== 'bug') {
      return { code: error.code, message: error.message };
    }
    ports.log.error('an entry of an import could not be taken in', error);
    return { code: 'bug', message: 'Something went wrong while this entry was taken in.' };
  }

  function tell(): void {
    emit({ kind: 'importing', uid: run.uid, done: writer.done, total: run.total });
    emit({ kind: 'changed', topics: [...topicsOf.import] });
  }

  async function takeContent(
    entry: Entry,
    content: FoundContent,
    signal: AbortSignal,
  ): Promise<void> {
    // What waits may be the very article.
    await flush();
    let isPut = false;
    const within: ClipWithin = {
      making(work) {
        unsynced = (unsynced + 1) % SYNCED_AT_ONCE;
        const whole = () => transaction(db, work);
        return unsynced === 0 ? whole() : withoutSync(db, whole);
      },
      made(articleId, content) {
        writer.write((part) => putMade(context, entry, { articleId, content }, part));
        isPut = true;
      },
      changing(articleId, work) {
        writer.write((part) => {
          const awaited = awaitsText(db, articleId);
          const isShown = work(part.record) > 0 || awaited;
          const further = isShown ? (['text'] as const) : [];
          join(context, entry, articleId, { part, problem: null, further });
        });
        isPut = true;
      },
    };
    const known = findKnown(db, entry.item);
    const wanted = { item: entry.item, content, known, fetches: run.fetch, within };
    try {
      const { uid } = await putContent(reading, openHold, wanted, signal);
      const id = findIdByUid(db, uid);
      // It has this text already.
      if (!isPut && id !== null) {
        writer.write((part) => join(context, entry, id, { part, problem: null, further: [] }));
      }
    } catch (error) {
      if (isStopping(error) || isPut) throw error;
      putWhatIsLeft(entry, problemOf(error));
    }
    tell();
  }

  /** Neither it nor its address is here. */
  const isNew = ({ item }: Entry): boolean => {
    const { urlKey } = item.address;
    return findKnown(db, item) === null && (urlKey === null || findIdByUrlKey(db, urlKey) === null);
  };

  /** It is here under its own name, and its text with it. */
  const isSame = ({ item: { uid } }: Entry): boolean => {
    const id = uid === null ? null : findIdByUid(db, uid);
    return id !== null && !awaitsText(db, id);
  };

  async function takeExact(entry: Entry, exact: Exact, signal: AbortSignal): Promise<void> {
    await flush();
    try {
      await putExact(context, openHold, { entry, exact, shared, run, writer }, signal);
    } catch (error) {
      if (isStopping(error)) throw error;
      putWhatIsLeft(entry, problemOf(error));
    }
    tell();
  }

  /** Its text cannot be had: what else is known of it is kept. */
  function putWhatIsLeft(entry: Entry, problem: Problem): void {
    const { address, highlights, note } = entry.item;
    const isWorthKeeping = address.urlKey !== null || highlights.length > 0 || note !== '';
    writer.write((part) => {
      if (isWorthKeeping) putWithoutText(context, entry, { part, run: importing, problem });
      else part.row(rowOf(entry, 'failed', null, problem), []);
    });
  }

  function expect(found: Found, seq: number, signal: AbortSignal): Expected {
    const one = judge(found, seq);
    if (!('item' in one && 'item' in found)) return { one };
    const { exact } = found.item;
    const { item } = one;
    if (exact || !item.content || isSame(one)) return { one, exact };
    return { one: { seq, item: { ...item, content: ahead.begin(item, item.content, signal) } } };
  }

  async function take({ one, exact }: Expected, signal: AbortSignal): Promise<void> {
    if ('item' in one) {
      if (exact && isNew(one)) return alone(() => takeExact(one, exact, signal));
      const { content } = one.item;
      if (content && !isSame(one)) return alone(() => takeContent(one, content, signal));
    }
    waiting.push(one);
    if (waiting.length >= AT_ONCE) await flush();
  }

  /** Not with others in one transaction. */
  async function alone(work: () => Promise<void>): Promise<void> {
    await work();
    await context.giveWay();
  }

  function judge(found: Found, seq: number): Waiting {
    const none = { seq, articleId: null, title: null, url: null };
    if ('ignored' in found) {
      const problem = { code: 'unsupported_type', message: found.ignored } as const;
      return { ...none, place: found.place, outcome: 'skipped', problem };
    }
    if ('problem' in found) return { ...none, ...found, outcome: 'failed' };
    const item = judgeItem(found.item, run.tags, now);
    if (!('leftOut' in item)) return { item, seq };
    const { place, title, url } = found.item;
    const said = { title: title?.slice(0, 500) ?? null, url: url?.slice(0, 500) ?? null };
    return { ...none, ...said, place, outcome: 'skipped', problem: item.leftOut };
  }

  return { expect, take, flush };
}
