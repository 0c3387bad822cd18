// The text of an entry, piece by piece, in whatever encoding it is: nothing that is written in lines says which.
import { getBOMEncoding, TextDecoder } from '@exodus/bytes/encoding.js';
import { sniffCharset } from '../../clip/page/sniff-charset.ts';
import { HEAD_BYTES } from './entry-bytes.ts';
import type { SourceEntry } from './source.ts';

/** The beginning of an entry as text; what is no text comes out as nonsense. */
export async function headText(entry: SourceEntry): Promise<string> {
  const head = await entry.head();
  return new TextDecoder(charsetOf(head)).decode(whole(head));
}

/** @throws LibraryError when iterated: cancelled, invalid_input (damaged) */
export async function* textOf(entry: SourceEntry, signal: AbortSignal): AsyncIterable<string> {
  const decoder = new TextDecoder(charsetOf(await entry.head()));
  for await (const chunk of entry.stream(signal)) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** The same as bytes of UTF-8, for what is looked through byte by byte. @throws LibraryError when iterated: cancelled, invalid_input (damaged) */
export async function* utf8Of(entry: SourceEntry, signal: AbortSignal): AsyncIterable<Uint8Array> {
  if (!isWide(await entry.head())) yield* entry.stream(signal);
  else {
    const encoder = new TextEncoder();
    for await (const text of textOf(entry, signal)) yield encoder.encode(text);
  }
}

/** What comes whole, as text; null for what is none. */
export const wholeText = (bytes: Uint8Array): string | null =>
  bytes.includes(0) && !isWide(bytes) ? null : new TextDecoder(wideOr8(bytes)).decode(bytes);

/** UTF-16, as the beginning says. */
export const isWide = (head: Uint8Array): boolean => wideOr8(head) !== 'utf-8';

const wideOr8 = (head: Uint8Array): string => getBOMEncoding(head) ?? 'utf-8';

const charsetOf = (head: Uint8Array): string => getBOMEncoding(head) ?? sniffCharset(whole(head));

/** Without the character that the end of the head has cut in two, which would make it no valid UTF-8. */
function whole(head: Uint8Array): Uint8Array {
  if (head.length < HEAD_BYTES) return head;
  const end = head.findLastIndex((byte) => byte < 0x80 || byte >= 0xc0);
  return (head[end] ?? 0) < 0x80 ? head : head.subarray(0, end);
}
