// How the value of a filter is written in a query.

/** Pairs that a value can stand between; the first that does not end within it. */
const quotes = [
  { open: '"', close: '"', closing: /["“”＂]/ },
  { open: '«', close: '»', closing: /»/ },
  { open: '「', close: '」', closing: /」/ },
] as const;

export function quotedIfNeeded(value: string): string {
  if (!/[\p{White_Space}()（）"“”„«»]/u.test(value)) return value;
  const { open, close } = quotes.find(({ closing }) => !closing.test(value)) ?? quotes[0];
  return `${open}${value}${close}`;
}
