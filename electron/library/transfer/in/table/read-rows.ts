// The rows of a table as its text comes in. A quote that is never closed costs the row it stands in, not all that follow.
import type { Problem } from '#contract/types/problem.ts';
import { takeRow } from './take-row.ts';

/** Characters of one row; a cell of 10 MB has room in it. */
const MAX_ROW_LENGTH = 32 * 1024 * 1024;

interface Row {
  /** As spreadsheets count: the first is 1, and a line break within a cell makes no further one. */
  readonly number: number;
  readonly cells: readonly string[];
  readonly isEnded: boolean;
  readonly problem: Problem | null;
}

const UNCLOSED: Problem = {
  code: 'invalid_input',
  message: 'A quotation mark in this row is never closed, so that its end cannot be told.',
};

/** In lots, as they come: one step of an iteration for each row would cost more than reading it. */
export async function* readRows(
  chunks: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<readonly Row[]> {
  let text = '';
  let waiting: string[] = [];
  let waitingLength = 0;
  let number = 0;

  function take(isAll: boolean): Row[] {
    text += waiting.join('');
    waiting = [];
    waitingLength = 0;
    const rows: Row[] = [];
    let at = 0;
    while (at < text.length) {
      const row = takeRow(text, at, delimiter, isAll);
      if (row) {
        number++;
        if (row.cells.length > 1 || row.cells[0] !== '') {
          const { cells, isEnded } = row;
          rows.push({ number, cells, isEnded, problem: null });
        }
        at = row.next;
        continue;
      }
      if (!isAll && text.length - at < MAX_ROW_LENGTH) break;
      number++;
      rows.push({ number, cells: [], isEnded: false, problem: UNCLOSED });
      at = nextLine(text, at);
    }
    text = text.slice(at);
    return rows;
  }

  for await (const chunk of chunks) {
    waiting.push(chunk);
    waitingLength += chunk.length;
    // A row that goes on is looked at again only when there is twice as much of it.
    if (waitingLength < text.length) continue;
    const rows = take(false);
    if (rows.length > 0) yield rows;
  }
  const rest = take(true);
  if (rest.length > 0) yield rest;
}

function nextLine(text: string, from: number): number {
  const end = text.slice(from).search(/\r\n?|\n/);
  if (end < 0) return text.length;
  return from + end + (text.startsWith('\r\n', from + end) ? 2 : 1);
}
