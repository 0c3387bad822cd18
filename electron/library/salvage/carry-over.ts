// Fills a new database with all that can be read of a broken one, and makes it agree with itself.

import type { AssetName } from '#contract/types/asset.ts';
import { dropArrived } from '../articles/awaited-repo.ts';
import type { AssetStore } from '../storage/asset-store.ts';
import { type ReadDb, statement, transaction, type WriteDb } from '../storage/database.ts';
import { findSealedIds, rowState, seal, sealedTables } from '../storage/digest.ts';
import type { BrokenFile } from './broken-file.ts';
import { dropOrphans } from './drop-orphans.ts';
import type { Findings } from './findings.ts';
import { mendArticles } from './mend-articles.ts';
import { mendAssets } from './mend-assets.ts';
import { dropDamagedContents, makePagesOfContents } from './mend-contents.ts';
import { putRows } from './put-rows.ts';
import { type RowsFound, readRows } from './read-rows.ts';
import { carriedTables, type TableShape } from './table-shape.ts';

/** What an article is made of, and can be made again from. */
const FIRST = ['article', 'asset', 'snapshot', 'reader_content'];

/** @returns how many pages of the file could not be read */
export async function carryOver(
  file: BrokenFile,
  to: {
    readonly db: WriteDb;
    readonly assets: AssetStore;
    readonly files: ReadonlyMap<AssetName, number>;
    readonly newUid: () => string;
    readonly now: number;
  },
  findings: Findings,
): Promise<number> {
  const { db, assets, files, newUid, now } = to;
  const shapes = carriedTables(db);
  const rows = readRows(file, shapes);
  const isFirst = ({ name }: TableShape) => FIRST.includes(name);
  db.pragma('foreign_keys = OFF');
  const damaged = putAll(db, shapes.filter(isFirst), rows);
  transaction(db, () => {
    const known = { uids: rows.uidsOf('article'), titles: rows.titles() };
    const made = mendArticles(db, known, newUid, now);
    if (made > 0) {
      findings.add(
        'article',
        null,
        `${made} articles have lost what was noted of them: reading status, star, dates, author.`,
      );
    }
    tellLost(db, known, findings);
  });
  // Only now: what counts articles by triggers must find those that were made as well.
  for (const [table, ids] of putAll(
    db,
    shapes.filter((shape) => !isFirst(shape)),
    rows,
  )) {
    damaged.set(table, ids);
  }
  transaction(db, () => {
    mendAssets(db, files, now, findings);
    dropDamagedContents(db, damaged.get('reader_content') ?? []);
    dropArrived(db);
  });
  const pagesLost = await makePagesOfContents(db, assets, newUid, now);
  if (pagesLost > 0) {
    findings.add(
      'snapshot',
      null,
      `${pagesLost} articles have lost their page. Their text is there.`,
    );
  }
  transaction(db, () => {
    tellLostRows(db, rows, findings);
    dropOrphans(db, findings);
    sealAnew(db, damaged, findings);
  });
  db.pragma('foreign_keys = ON');
  return rows.destroyed;
}

function putAll(
  db: WriteDb,
  shapes: readonly TableShape[],
  rows: RowsFound,
): Map<string, readonly number[]> {
  const damaged = new Map<string, readonly number[]>();
  for (const shape of shapes) damaged.set(shape.name, putRows(db, shape, rows.rowsOf(shape)));
  return damaged;
}

function tellLost(
  db: WriteDb,
  known: { uids: ReadonlyMap<number, string>; titles: ReadonlyMap<number, string> },
  findings: Findings,
): void {
  const ids = new Set([...known.uids.keys(), ...known.titles.keys()]);
  for (const id of ids) {
    if (statement(db, 'SELECT 1 FROM article WHERE id = ?').get(id)) continue;
    const title = known.titles.get(id);
    const what = title === undefined ? 'An article' : `The article “${title}”`;
    findings.add('article', known.uids.get(id) ?? null, `${what} could not be read.`);
  }
}

function tellLostRows(db: WriteDb, rows: RowsFound, findings: Findings): void {
  for (const table of ['highlight', 'note', 'tag', 'collection', 'saved_search', 'block_edit']) {
    const known = JSON.stringify([...rows.uidsOf(table).keys()]);
    const lost = statement<number>(
      db,
      `SELECT count(*) FROM json_each(?) WHERE value NOT IN (SELECT id FROM ${table})`,
    )
      .pluck()
      .get(known);
    if (lost) findings.add(table, null, `${lost} rows of ${table} could not be read.`);
  }
}

/** Rows that were made anew, and damaged ones that came along: those are told here, since their new seal tells no more. */
function sealAnew(
  db: WriteDb,
  damaged: ReadonlyMap<string, readonly number[]>,
  findings: Findings,
): void {
  for (const table of sealedTables) {
    const cameDamaged = new Set(damaged.get(table));
    for (const id of findSealedIds(db, table)) {
      if (rowState(db, table, id) === 'whole') continue;
      seal(db, table, id);
      if (!cameDamaged.has(id)) continue;
      const uid = table === 'article' ? findUid(db, id) : null;
      findings.add(
        table,
        uid,
        `A row of ${table} (${id}) came along, but is not as it was written.`,
      );
    }
  }
}

const findUid = (db: ReadDb, id: number) =>
  statement<string>(db, 'SELECT uid FROM article WHERE id = ?').pluck().get(id) ?? null;
