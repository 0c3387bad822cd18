// What became of every row of an import, as a table for a spreadsheet.
import { csvRow } from '../../../csv-row.ts';
import type { ReadDb } from '../../../storage/database.ts';
import { findRows } from './row-repo.ts';

const COLUMNS = ['Place', 'Outcome', 'Title', 'URL', 'Reason', 'UID'];
/** Rows that are in memory at once beside the text. */
const AT_ONCE = 1000;

export function reportOf(db: ReadDb, runId: number): string {
  const lines = [csvRow(COLUMNS)];
  let after = -1;
  for (;;) {
    const found = findRows(db, runId, { outcome: null, after, limit: AT_ONCE });
    for (const { row } of found) {
      const { place, outcome, title, url, problem, article } = row;
      lines.push(
        csvRow([place, outcome, title ?? '', url ?? '', problem?.message ?? '', article ?? '']),
      );
    }
    const last = found.at(-1);
    if (!last || found.length < AT_ONCE) return lines.join('');
    after = last.seq;
  }
}
