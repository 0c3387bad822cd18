// SQL of the ledger. Rows are added and completed, and dropped when they are old; the sums stay.
import type { ErrorCode } from '#contract/errors.ts';
import type { NetworkRequest, NetworkSum, SentRequest } from '#contract/types/network.ts';
import type { RequestEnd } from '../ports.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';

const columns = 'id, at, host, reason, bytes, status, code';

/** @returns its number */
export function putRequest(db: WriteDb, request: SentRequest): number {
  const { at, host, reason, bytes, status, code } = request;
  addToSum(db, reason, { requests: 1, bytes });
  return Number(
    statement(
      db,
      'INSERT INTO network_request (at, host, reason, bytes, status, code) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(at, host, reason, bytes, status, code).lastInsertRowid,
  );
}

/** Of one that has begun. */
export function putEnd(
  db: WriteDb,
  id: number,
  reason: SentRequest['reason'],
  { bytes, status }: RequestEnd,
): void {
  statement(db, 'UPDATE network_request SET bytes = ?, status = ? WHERE id = ?').run(
    bytes,
    status,
    id,
  );
  addToSum(db, reason, { requests: 0, bytes });
}

export function putCode(db: WriteDb, id: number, code: ErrorCode): void {
  statement(db, 'UPDATE network_request SET code = ? WHERE id = ?').run(code, id);
}

function addToSum(
  db: WriteDb,
  reason: SentRequest['reason'],
  { requests, bytes }: Omit<NetworkSum, 'reason'>,
): void {
  statement(
    db,
    `INSERT INTO network_sum (reason, requests, bytes) VALUES (?, ?, ?) ON CONFLICT (reason) DO UPDATE
      SET requests = requests + excluded.requests, bytes = bytes + excluded.bytes`,
  ).run(reason, requests, bytes);
}

/** @param before number of a row that is not to come any more */
export function findRequests(
  db: ReadDb,
  {
    before,
    reason,
    limit,
  }: { readonly before: number; readonly reason: string | null; readonly limit: number },
): NetworkRequest[] {
  return statement<NetworkRequest>(
    db,
    `SELECT ${columns} FROM network_request WHERE id < @before AND (@reason IS NULL OR reason = @reason)
      ORDER BY id DESC LIMIT @limit`,
  ).all({ before, reason, limit });
}

export function findSums(db: ReadDb): NetworkSum[] {
  return statement<NetworkSum>(
    db,
    'SELECT reason, requests, bytes FROM network_sum ORDER BY bytes DESC, reason',
  ).all();
}

export function findListed(db: ReadDb): { count: number; since: number | null } {
  const found = statement<{ count: number; since: number | null }>(
    db,
    'SELECT count(*) AS count, min(at) AS since FROM network_request',
  ).get();
  return found ?? { count: 0, since: null };
}

/** Drops what is older than a time, and all but the newest so many. */
export function dropOldRequests(db: WriteDb, before: number, most: number): void {
  statement(
    db,
    `DELETE FROM network_request WHERE at < ? OR id <= (SELECT max(id) FROM network_request) - ?`,
  ).run(before, most);
}

/** Puts the ledger of one library in the place of another's. */
export function copyLedger(from: ReadDb, to: WriteDb): void {
  statement(to, 'DELETE FROM network_request').run();
  statement(to, 'DELETE FROM network_sum').run();
  const put = statement(
    to,
    `INSERT INTO network_request (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const { id, at, host, reason, bytes, status, code } of statement<NetworkRequest>(
    from,
    `SELECT ${columns} FROM network_request ORDER BY id`,
  ).iterate()) {
    put.run(id, at, host, reason, bytes, status, code);
  }
  for (const { reason, ...sum } of findSums(from)) addToSum(to, reason, sum);
}
