// Step 2: bytes to text, in whatever encoding of the Encoding Standard they are.
// Decoded by @exodus/bytes: Node's own TextDecoder gets windows-1252 wrong in versions that Lectern runs on.
import { getBOMEncoding, labelToName, TextDecoder } from '@exodus/bytes/encoding.js';
import { declaredCharset } from './declared-charset.ts';
import { sniffCharset } from './sniff-charset.ts';

export interface Decoded {
  readonly text: string;
  /** Name in the Encoding Standard, e.g. `UTF-8`, `windows-1252`, `Shift_JIS`. */
  readonly charset: string;
}

/**
 * Order as in browsers: byte order mark, what the transport said, what the page declares; else by its looks.
 * Labels that nobody knows count as said nothing.
 * @param transport charset label of the Content-Type header
 */
export function decode(
  bytes: Uint8Array,
  kind: 'html' | 'text',
  transport: string | null,
): Decoded {
  const mark = getBOMEncoding(bytes);
  if (mark) return decodeAs(bytes, mark);
  const label = known(transport) ?? (kind === 'html' ? declaredCharset(bytes) : null);
  if (!label) return decodeAs(bytes, sniffCharset(bytes));
  const decoded = decodeAs(bytes, label);
  // A page that is not what it says: browsers show a row of �, a reader wants the words.
  return isMostlyBroken(decoded.text) ? decodeAs(bytes, sniffCharset(bytes)) : decoded;
}

function decodeAs(bytes: Uint8Array, label: string): Decoded {
  return { text: new TextDecoder(label).decode(bytes), charset: labelToName(label) ?? label };
}

/** The label's encoding, unless it is unknown or one that only says "do not decode". */
function known(label: string | null): string | null {
  const name = label === null ? null : labelToName(label.trim());
  return name === 'replacement' || name === 'x-user-defined' ? null : name;
}

/** More than one in three of the characters beyond ASCII is U+FFFD. */
function isMostlyBroken(text: string): boolean {
  const broken = text.split('\ufffd').length - 1;
  if (broken < 3) return false;
  let foreign = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) foreign++;
  return broken * 3 > foreign;
}
