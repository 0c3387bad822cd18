// Identifiers known outside SQL: ULIDs, 48 bits of time and 80 of chance in 26 characters that sort by time of making.
import { randomFillSync } from 'node:crypto';
import type { Clock } from '../ports.ts';

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 26;
const MAX_TIME = 2 ** 48 - 1;

/** In parts that a number holds: as one of 128 bits each takes four times as long, and an import makes thousands. */
interface Parts {
  /** Ten digits. */
  time: number;
  /** Chance, of eight digits each. */
  high: number;
  low: number;
}
const TIME_DIGITS = 10;
const HALF_DIGITS = 8;
/** What a half counts up to. */
const HALF = 32 ** HALF_DIGITS;

/**
 * Makes identifiers that strictly increase, also within a millisecond and when the clock goes back: then they count on
 * from the last one.
 * @param last the greatest identifier in use, so that they also increase across restarts
 */
export function uidMaker(clock: Clock, last?: string): () => string {
  const previous: Parts = last === undefined ? { time: -1, high: 0, low: 0 } : decode(last);
  return () => {
    const time = clampTime(clock.now());
    if (time > previous.time) Object.assign(previous, { time, ...chance() });
    else countOn(previous);
    return encode(previous);
  };
}

function clampTime(now: number): number {
  return now > 0 ? Math.floor(Math.min(now, MAX_TIME)) : 0;
}

function countOn(parts: Parts): void {
  parts.low += 1;
  if (parts.low < HALF) return;
  parts.low = 0;
  parts.high += 1;
  if (parts.high < HALF) return;
  parts.high = 0;
  parts.time += 1;
}

/** Asked of the system for many at once: one by one they are a tenth of the time in which rows are imported. */
const pool = Buffer.alloc(10 * 400);
let spent = pool.length;

function chance(): Pick<Parts, 'high' | 'low'> {
  if (spent === pool.length) {
    randomFillSync(pool);
    spent = 0;
  }
  const high = pool.readUIntBE(spent, 5);
  const low = pool.readUIntBE(spent + 5, 5);
  spent += 10;
  // The first bit stays clear: room to count on within the millisecond.
  return { high: high % (HALF / 2), low };
}

const pairs = Array.from(
  { length: 32 * 32 },
  (_, at) => DIGITS.charAt(at >> 5) + DIGITS.charAt(at & 31),
);

const encode = ({ time, high, low }: Parts): string =>
  written(time, TIME_DIGITS) + written(high, HALF_DIGITS) + written(low, HALF_DIGITS);

/** @param digits an even number of them */
function written(value: number, digits: number): string {
  let rest = value;
  let text = '';
  for (let at = 0; at < digits; at += 2) {
    text = pairs[rest % pairs.length] + text;
    rest = Math.floor(rest / pairs.length);
  }
  return text;
}

/** Of a library that was made elsewhere it may be anything: what is no digit counts as none. */
function decode(uid: string): Parts {
  const text = uid.slice(-LENGTH).padStart(LENGTH, '0');
  return {
    time: read(text.slice(0, TIME_DIGITS)),
    high: read(text.slice(TIME_DIGITS, -HALF_DIGITS)),
    low: read(text.slice(-HALF_DIGITS)),
  };
}

function read(digits: string): number {
  let value = 0;
  for (const digit of digits) value = value * 32 + Math.max(0, DIGITS.indexOf(digit));
  return value;
}
