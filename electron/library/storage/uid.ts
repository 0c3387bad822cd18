// Identifiers known outside SQL: ULIDs, 48 bits of time and 80 of chance in 26 characters that sort by time of making.
import { randomFillSync } from 'node:crypto';
import type { Clock } from '../ports.ts';

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 26;
const MAX_TIME = 2n ** 48n - 1n;
const CHANCE_BITS = 80n;

/**
 * Makes identifiers that strictly increase, also within a millisecond and when the clock goes back: then they count on
 * from the last one.
 * @param last the greatest identifier in use, so that they also increase across restarts
 */
export function uidMaker(clock: Clock, last?: string): () => string {
  let previous = last === undefined ? -1n : decode(last);
  return () => {
    const time = clampTime(clock.now());
    const fresh = (time << CHANCE_BITS) | chance();
    previous = time > previous >> CHANCE_BITS ? fresh : previous + 1n;
    return encode(previous);
  };
}

function clampTime(now: number): bigint {
  if (!(now > 0)) return 0n;
  const time = BigInt(Math.floor(Math.min(now, Number(MAX_TIME))));
  return time > MAX_TIME ? MAX_TIME : time;
}

/** Asked of the system for many at once: one by one they are a tenth of the time in which rows are imported. */
const pool = Buffer.alloc(10 * 400);
let spent = pool.length;

function chance(): bigint {
  if (spent === pool.length) {
    randomFillSync(pool);
    spent = 0;
  }
  const bytes = pool.subarray(spent, spent + 10);
  spent += 10;
  // The first bit stays clear: room to count on within the millisecond.
  bytes[0] = (bytes[0] ?? 0) & 0x7f;
  return BigInt(`0x${bytes.toString('hex')}`);
}

function encode(value: bigint): string {
  let rest = value;
  let text = '';
  for (let at = 0; at < LENGTH; at++) {
    text = DIGITS.charAt(Number(rest & 31n)) + text;
    rest >>= 5n;
  }
  return text;
}

function decode(uid: string): bigint {
  let value = 0n;
  for (const digit of uid) value = (value << 5n) | BigInt(Math.max(0, DIGITS.indexOf(digit)));
  return value;
}
