// The encoding that a page declares in its own bytes: a meta element, early or late, or an XML declaration.
// oxlint-disable-next-line typescript/triple-slash-reference -- types for a package without; other layers check this file, too
/// <reference path="./html-encoding-sniffer.d.ts" />
import { isomorphicDecode, labelToName } from '@exodus/bytes/encoding.js';
import sniffEncoding from 'html-encoding-sniffer';

/** How far a late meta is looked for: some pages put kilobytes of comments and scripts before it. */
const LOOK_AT = 64 * 1024;

/** Never returned by the prescan itself, so that it can stand for "nothing found". */
const NOTHING = 'x-user-defined';

/** What browsers look at, and the sniffer with them. */
const EARLY = 1024;

/** @returns a name of the Encoding Standard, or null where the page says nothing that is known */
export function declaredCharset(bytes: Uint8Array): string | null {
  const early = prescan(bytes);
  if (early) return early;
  const head = isomorphicDecode(bytes.subarray(0, LOOK_AT));
  return lateMeta(bytes, head) ?? fromXml(head);
}

/** The algorithm of browsers, over the first 1024 bytes. */
function prescan(bytes: Uint8Array): string | null {
  const found = sniffEncoding(bytes, { defaultEncoding: NOTHING });
  return found === NOTHING ? null : found;
}

/** The same for each meta element that begins or ends later, scripts and comments left out. */
function lateMeta(bytes: Uint8Array, head: string): string | null {
  const blank = (text: string) => ' '.repeat(text.length);
  const markup = head.replace(
    /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1|$)/gi,
    blank,
  );
  for (const { index, 0: tag } of markup.matchAll(/<meta\b[^>]*>/gi)) {
    if (index + tag.length <= EARLY) continue;
    const found = prescan(bytes.subarray(index, index + tag.length));
    if (found) return found;
  }
  return null;
}

function fromXml(head: string): string | null {
  const label = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1];
  const name = label ? labelToName(label) : null;
  if (name === 'replacement' || name === NOTHING) return null;
  // What was readable as ASCII so far cannot be UTF-16, whatever it says.
  return name?.startsWith('UTF-16') ? 'UTF-8' : name;
}
