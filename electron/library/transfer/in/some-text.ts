// The small words of entries: what is empty is nothing.

/** @returns null for what has nothing in it but white space */
export function someText(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
}

/** Where services know no title they write the address once more. */
export const titleUnless = (title: string, url: string): string | null =>
  title === url ? null : someText(title);

/** The parts of a list in one cell, without those that are empty. */
export const parts = (list: string, between: string | RegExp): string[] =>
  list.split(between).flatMap((part) => someText(part) ?? []);

export const isTrue = (cell: string): boolean => /^(?:true|yes|1)$/i.test(cell);
