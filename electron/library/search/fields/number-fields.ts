// Fields of numbers: how long an article is, and how far it was read.
import type { Condition } from '../condition.ts';
import type { NumberRange } from '../query-tree.ts';
import { type Field, plainValue } from './field.ts';

const THOUSAND = 1000;
/** No article has more words, and SQLite compares it as a whole number. */
const MOST = 1e12;

function numberField(
  name: string,
  example: string,
  values: string[],
  column: string,
): Field<NumberRange> {
  return {
    name,
    example,
    values,
    isClosed: false,
    read: (typed) => readRange(plainValue(typed).toLowerCase()),
    condition: (range) => isWithin(column, range),
  };
}

export const numberFields = [
  numberField('words', 'words:>2000', ['>2000', '<500', '1000..2000'], 'article.word_count'),
  numberField(
    'progress',
    'progress:<50%',
    ['<50%', '>90%', '>0%'],
    'CAST(round(article.progress * 100) AS INTEGER)',
  ),
] as const;

/** `2000`, `>2000`, `<=2k`, `1000..2000`, `1000..`. */
function readRange(typed: string): NumberRange | null {
  const ends = /^(.*?)\.\.+(.*)$/s.exec(typed);
  if (ends) {
    const [least, most] = [readNumber(ends[1] as string), readNumber(ends[2] as string)];
    if ((ends[1] !== '' && least === null) || (ends[2] !== '' && most === null)) return null;
    return least === null && most === null ? null : { least, most };
  }
  const compared = /^([<>]=?|=|)\s*(.*)$/s.exec(typed);
  const number = readNumber(compared?.[2] ?? '');
  if (number === null) return null;
  switch (compared?.[1]) {
    case '>':
      return { least: number + 1, most: null };
    case '>=':
      return { least: number, most: null };
    case '<':
      return { least: null, most: number - 1 };
    case '<=':
      return { least: null, most: number };
    default:
      return { least: number, most: number };
  }
}

/** Whole, with or without separators of thousands; `2k` is 2000. */
function readNumber(typed: string): number | null {
  const short = /^(\d+)(?:[.,](\d))?\s*k$/.exec(typed);
  if (short) return Math.min(MOST, Math.round(Number(`${short[1]}.${short[2] ?? 0}`) * THOUSAND));
  if (!/^(\d{1,15}|\d{1,3}([.,'’ ]\d{3}){1,4})\s*%?$/.test(typed)) return null;
  return Math.min(MOST, Number(typed.replace(/\D/g, '')));
}

function isWithin(column: string, { least, most }: NumberRange): Condition {
  const parts: string[] = [];
  const values: number[] = [];
  if (least !== null) {
    parts.push(`${column} >= ?`);
    values.push(least);
  }
  if (most !== null) {
    parts.push(`${column} <= ?`);
    values.push(most);
  }
  return { sql: parts.join(' AND '), values };
}
