// Reads articles anew from their snapshots, with today's page reader: to see what would come of it, or to have it so. What was
// shown before is put aside whole, and a batch is one step that can be undone.
import { LibraryError, toWire } from '#contract/errors.ts';
import type { ArticleUid, StepUid } from '#contract/types/ids.ts';
import type { ReExtraction, ReExtractions } from '#contract/types/re-extraction.ts';
import { findByUid } from '../articles/article-repo.ts';
import { findContent } from '../articles/content-repo.ts';
import { idsRead } from '../articles/named-articles.ts';
import { requireId } from '../articles/require-articles.ts';
import { findEditsKey } from '../blocks/edit-repo.ts';
import { adoptDescription, type PageDescription } from '../clip/adopt-description.ts';
import type { AssetHold } from '../clip/asset-keeper.ts';
import { EXTRACTOR_VERSION } from '../clip/page/extractor-version.ts';
import { readSnapshot, withStoredPictures } from '../clip/read-snapshot.ts';
import type { NewContent } from '../clip/replace-content.ts';
import { findSnapshotInUse } from '../clip/snapshot-repo.ts';
import { findShown, isMuchLess } from '../clip/takes-over.ts';
import type { Answers, ReadContext, WriteContext } from '../context.ts';
import { findOfArticle } from '../highlights/highlight-repo.ts';
import { type FindPlace, placesAhead } from '../highlights/reanchor.ts';
import { recordStep } from '../journal/record-step.ts';
import type { RowChange } from '../journal/rows.ts';
import { toStorageError } from '../storage/storage-error.ts';
import { type ContentKey, findKeyInUse } from './content-rows.ts';
import { exchangeContent } from './exchange-content.ts';
import { countOutdated, deleteOlderKept, findOutdated, markRead } from './outdated-repo.ts';

export function reExtractionQueries(context: ReadContext): Answers<'extraction.outdated'> {
  const { db } = context;
  return {
    'extraction.outdated': ({ all, among, after = null, limit }) => {
      const wanted = {
        version: all || among ? Number.MAX_SAFE_INTEGER : EXTRACTOR_VERSION,
        among: among ? idsRead(context, among) : null,
      };
      const uids = findOutdated(db, wanted, { after, limit });
      const next = uids.length === limit ? (uids.at(-1) ?? null) : null;
      return { uids, total: countOutdated(db, wanted), next };
    },
  };
}

export function reExtractionCommands(
  context: WriteContext,
  openHold: () => AssetHold,
): Answers<'extraction.run'> {
  return {
    'extraction.run': async ({ uids, mode, continues = null }, signal) => {
      const hold = openHold();
      try {
        const read: Read[] = [];
        for (const uid of new Set(uids)) read.push(await readAnew(context, uid, hold, signal));
        if (signal.aborted) throw cancelled();
        return mode === 'preview'
          ? { articles: read.map(({ report }) => report), step: null }
          : apply(context, read, { force: mode === 'force', continues });
      } finally {
        await hold.release();
      }
    },
  };
}

/** What became of an article; `next` is null where it could not be read. */
interface Read {
  readonly articleId: number;
  readonly report: ReExtraction;
  readonly next: {
    readonly page: PageDescription;
    readonly key: ContentKey;
    readonly content: NewContent;
  } | null;
  readonly find: FindPlace;
}

const nowhere: FindPlace = () => null;

/** @throws LibraryError cancelled, disk_full, read_only, and not_found where there is no such article */
async function readAnew(
  context: WriteContext,
  uid: ArticleUid,
  hold: AssetHold,
  signal: AbortSignal,
): Promise<Read> {
  const { db } = context;
  const articleId = requireId(db, uid);
  const article = findByUid(db, uid);
  const lost = article?.lostHighlightCount ?? 0;
  const words = article?.wordCount ?? 0;
  const report: ReExtraction = {
    uid,
    title: article?.title ?? '',
    wordsBefore: words,
    wordsAfter: words,
    lostBefore: lost,
    lostAfter: lost,
    changed: false,
    outcome: 'previewed',
    problem: null,
  };
  try {
    const next = await contentAnew(context, articleId, hold, signal);
    const { readerText, facts, html } = next.content;
    const find = await placesAhead(db, articleId, readerText, signal);
    const before = findContent(db, articleId);
    const changed = before?.html !== html || before.readerText !== readerText;
    const lostAfter = findOfArticle(db, articleId).filter((row) => find(row) === null).length;
    const after = { ...report, wordsAfter: facts.wordCount, lostAfter, changed };
    return { articleId, report: after, next, find };
  } catch (error) {
    if (signal.aborted) throw cancelled();
    const { code, message } = toWire(error);
    if (code === 'disk_full' || code === 'read_only') throw error;
    if (code === 'bug') context.ports.log.error('A page could not be read anew', error);
    const left = { ...report, outcome: 'left', problem: { code, message } } as const;
    return { articleId, report: left, next: null, find: nowhere };
  }
}

async function contentAnew(
  context: WriteContext,
  articleId: number,
  hold: AssetHold,
  signal: AbortSignal,
) {
  const snapshot = findSnapshotInUse(context.db, articleId);
  if (!snapshot) {
    throw new LibraryError('not_found', 'The page from which this article was made is missing.');
  }
  const page = await readSnapshot(context, snapshot, signal);
  const before = findContent(context.db, articleId);
  if (before?.readerText.trim() && !page.readerText.trim()) {
    throw new LibraryError('nothing_to_read', 'Nothing to read was found this time.');
  }
  return {
    page,
    key: { snapshotId: snapshot.id, extractorVersion: EXTRACTOR_VERSION },
    content: await withStoredPictures(context, articleId, page, hold, signal),
  };
}

interface Application {
  /** Also those that lose most of their text: they were looked at. */
  readonly force: boolean;
  /** The step of the part before. */
  readonly continues: StepUid | null;
}

function apply(
  context: WriteContext,
  read: readonly Read[],
  { force, continues }: Application,
): ReExtractions {
  const articles: ReExtraction[] = [];
  try {
    const asStep = { kind: 're-extract', subject: null, partOf: continues } as const;
    const { step } = recordStep(context, asStep, (record) => {
      let changed = 0;
      for (const one of read) {
        const outcome = applyOne(context, one, force, (change) => {
          record(change);
          changed++;
        });
        articles.push({ ...one.report, outcome });
      }
      return changed;
    });
    return { articles, step };
  } catch (error) {
    throw toStorageError(error, 'the library');
  }
}

function applyOne(
  { db, ports }: WriteContext,
  { articleId, report, next, find }: Read,
  force: boolean,
  record: (change: RowChange) => void,
): 'applied' | 'left' {
  const shown = findShown(db, articleId);
  const now = { capturedAt: 0, wordCount: report.wordsAfter };
  const before = findKeyInUse(db, articleId);
  if (!next || (before && before.snapshotId !== next.key.snapshotId)) return 'left';
  if (next.content.edits !== findEditsKey(db, articleId)) return 'left';
  if (!force && isMuchLess(now, shown)) return 'left';
  if (!report.changed && before) markRead(db, articleId, next.key.extractorVersion);
  else {
    adoptDescription(db, articleId, next.page, ports.clock.now());
    const { change } = exchangeContent(db, articleId, next, ports.clock.now(), find);
    if (change) record(change);
    if (before) deleteOlderKept(db, before);
  }
  return 'applied';
}

const cancelled = (): LibraryError =>
  new LibraryError('cancelled', 'Reading the articles anew was cancelled.');
