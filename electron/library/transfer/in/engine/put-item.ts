// One item of an import: a new article, or what an article that is here lacks. Each function is part of a transaction of an import.

import { HttpUrl } from '#contract/types/ids.ts';
import type { OriginField } from '#contract/types/import.ts';
import { JobUid } from '#contract/types/job.ts';
import type { Problem } from '#contract/types/problem.ts';
import { awaitsText } from '../../../articles/awaited-repo.ts';
import type { ContentToIndex } from '../../../clip/article-content.ts';
import type { WriteContext } from '../../../context.ts';
import { putJob } from '../../../jobs/job-repo.ts';
import { madeRow, type RowChange } from '../../../journal/rows.ts';
import { newEntry } from '../../../search/reindex-article.ts';
import { absorbNamesake } from './absorb-namesake.ts';
import { findKnown } from './find-known.ts';
import type { PartOfImport } from './import-writer.ts';
import { joinItem } from './join-item.ts';
import type { ImportItem } from './judge-item.ts';
import { putAwaiting } from './put-awaiting.ts';

export interface Entry {
  readonly item: ImportItem;
  /** Place in the source, counted from 0. */
  readonly seq: number;
}

/** Of one import. */
export interface Importing {
  readonly fetches: boolean;
  readonly startedAt: number;
}

/** Without its text. @param problem what was wrong with that, if anything */
export function putWithoutText(
  context: WriteContext,
  { item, seq }: Entry,
  { part, run, problem }: { part: PartOfImport; run: Importing; problem: Problem | null },
): void {
  const { db } = context;
  const known = findKnown(db, item);
  if (known === null) {
    // Files have what came last above: what has no date keeps its place among the others.
    const undatedAt = run.startedAt - seq;
    const { id, fields } = putAwaiting(context, item, { part, undatedAt });
    part.record(made(context, id));
    if (item.address.urlKey !== null) absorbNamesake(context, id, part.record);
    part.row(rowOf({ item, seq }, 'imported', id, problem), fields);
    // That goes with its article.
    if (run.fetches) putJobFor(context, item);
    return;
  }
  join(context, { item, seq }, known, { part, problem, further: [] });
  const job = run.fetches && awaitsText(db, known) ? putJobFor(context, item) : null;
  if (job) part.record(madeRow(db, 'clip_job', { uid: job }));
}

/** An article was clipped from its text just now. */
export function putMade(
  context: WriteContext,
  { item, seq }: Entry,
  { articleId, content }: { readonly articleId: number; readonly content: ContentToIndex },
  part: PartOfImport,
): void {
  const { fields } = joinItem(context, articleId, item, { record: part.record, isNew: true });
  part.index(newEntry(context.db, articleId, content));
  part.record(made(context, articleId));
  absorbNamesake(context, articleId, part.record);
  part.row(rowOf({ item, seq }, 'imported', articleId, null), ['text', ...fields]);
}

/** An article that is here gets what it lacks. @param further what it was given already */
export function join(
  context: WriteContext,
  { item, seq }: Entry,
  articleId: number,
  given: {
    readonly part: PartOfImport;
    readonly problem: Problem | null;
    readonly further: readonly OriginField[];
  },
): void {
  const { part, problem, further } = given;
  const { fields, isChanged } = joinItem(context, articleId, item, {
    record: part.record,
    isNew: false,
  });
  const outcome = isChanged || further.length > 0 ? 'merged' : 'skipped';
  part.row(rowOf({ item, seq }, outcome, articleId, problem), [...further, ...fields]);
}

export const rowOf = (
  { item, seq }: Entry,
  outcome: 'imported' | 'merged' | 'skipped' | 'failed',
  articleId: number | null,
  problem: Problem | null,
) => ({
  seq,
  place: item.place,
  outcome,
  articleId,
  title: item.title,
  url: item.address.sourceUrl,
  problem: problem ?? item.remark,
});

/** Undo takes it away: into the trash. */
export const made = ({ ports }: WriteContext, id: number): RowChange => ({
  table: 'article',
  key: { id },
  before: { trashed_at: ports.clock.now() },
  after: { trashed_at: null },
});

/** @returns its uid where there was none for this address */
function putJobFor({ db, ports, newUid }: WriteContext, { address }: ImportItem): JobUid | null {
  const url = HttpUrl.safeParse(address.sourceUrl);
  if (!url.success || address.urlKey === null) return null;
  const { host } = new URL(url.data);
  const job = {
    uid: JobUid.parse(newUid()),
    url: url.data,
    urlKey: address.urlKey,
    host,
    tags: [],
  };
  return putJob(db, job, ports.clock.now()) ? job.uid : null;
}
