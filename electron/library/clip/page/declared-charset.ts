// The encoding that a page declares in its own bytes: a meta element, early or late, or an XML declaration.
// oxlint-disable-next-line typescript/triple-slash-reference -- types for a package without; other layers check this file, too
/// <reference path="./html-encoding-sniffer.d.ts" />
import { isomorphicDecode, labelToName } from '@exodus/bytes/encoding.js';
import sniffEncoding from 'html-encoding-sniffer';

/** How far a late meta is looked for: some pages put kilobytes of comments and scripts before it. */
const LOOK_AT = 64 * 1024;

/** Never returned by the prescan itself, so that it can stand for "nothing found". */
const NOTHING = 'x-user-defined';

/** @returns a name of the Encoding Standard, or null where the page says nothing that is known */
export function declaredCharset(bytes: Uint8Array): string | null {
  // The algorithm of browsers, over the first 1024 bytes.
  const early = sniffEncoding(bytes, { defaultEncoding: NOTHING });
  if (early !== NOTHING) return early;
  const head = isomorphicDecode(bytes.subarray(0, LOOK_AT));
  const label = lateMeta(head) ?? xmlDeclaration(head);
  return label === null ? null : usable(labelToName(label));
}

function lateMeta(head: string): string | null {
  const markup = head.replace(/<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1|$)/gi, ' ');
  for (const [tag] of markup.matchAll(/<meta\b[^>]*>/gi)) {
    const label =
      /\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(tag)?.[1] ??
      /\bcontent\s*=\s*["'][^"'>]*charset\s*=\s*([\w.:-]+)/i.exec(tag)?.[1];
    if (label && labelToName(label)) return label;
  }
  return null;
}

const xmlDeclaration = (head: string): string | null =>
  /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1] ?? null;

/** What was readable as ASCII so far cannot be UTF-16, whatever it says. */
function usable(name: string | null): string | null {
  if (name === 'replacement' || name === 'x-user-defined') return null;
  return name?.startsWith('UTF-16') ? 'UTF-8' : name;
}
