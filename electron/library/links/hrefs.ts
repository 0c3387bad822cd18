// The addresses that reader content links to, as they stand in it.
import type { SafeHtml } from '#contract/types/html.ts';

// Exactly as sanitizeHtml writes it: attributes in double quotes, in which no `"` can stand.
const ANCHOR = /<a((?: [a-z][a-z-]*="[^"]*")*)>/g;
const HREF = / href="(https?:[^"]*)"/i;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
};

/** Each once, in the order of the text. */
export function hrefsOf(html: SafeHtml): string[] {
  const found = new Set<string>();
  for (const [, attributes = ''] of html.matchAll(ANCHOR)) {
    const href = HREF.exec(attributes)?.[1];
    if (href !== undefined) found.add(unescaped(href));
  }
  return [...found];
}

const unescaped = (value: string): string =>
  value.replace(/&(amp|quot|lt|gt|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '');
