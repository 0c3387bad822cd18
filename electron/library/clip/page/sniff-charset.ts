// The encoding of bytes that say nothing about themselves: by what is valid, and by what letters would come out.
import { TextDecoder } from '@exodus/bytes/encoding.js';
import { CANDIDATES, ENOUGH } from './sniff-scripts.ts';
import { looksLikeUtf16 } from './sniff-utf16.ts';

/** Enough to tell by; statistics do not get better from there. */
const LOOK_AT = 64 * 1024;

/** @returns a label of the Encoding Standard; windows-1252 where nothing fits better, as in browsers */
export function sniffCharset(bytes: Uint8Array): string {
  const wide = looksLikeUtf16(bytes);
  if (wide) return wide;
  if (isIso2022Jp(bytes)) return 'iso-2022-jp';
  if (decoded(bytes, 'utf-8') !== null) return 'utf-8';
  return legacy(bytes) ?? 'windows-1252';
}

/** Seven bits throughout, and the escapes that switch between ASCII and kanji. */
function isIso2022Jp(bytes: Uint8Array): boolean {
  let escapes = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte > 127) return false;
    if (byte !== 27) continue;
    const [next, last] = [bytes[at + 1], bytes[at + 2]];
    if (next === 0x24 && (last === 0x40 || last === 0x42)) escapes++;
  }
  return escapes > 0;
}

/** @returns the text, or null where the bytes are not valid in that encoding */
function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/**
 * The older encodings of languages that do not use the Latin alphabet. Each is valid for nearly any bytes, so
 * what tells is whether the outcome looks like the language: its most frequent letters, and hardly anything else.
 */
function legacy(bytes: Uint8Array): string | null {
  const part = withoutAscii(bytes);
  // A handful of accented letters is what Western text has, and they stand among others.
  if (part.share < 0.12 && part.longestRun < 4) return null;
  let best: { label: string; score: number } | null = null;
  for (const { label, score, isWide } of CANDIDATES) {
    if (!isWide && part.mixed > 0.3) continue;
    const text = decodedPart(part.bytes, label);
    const points = text === null ? 0 : score(text);
    if (points > (best?.score ?? ENOUGH)) best = { label, score: points };
  }
  return best?.label ?? null;
}

/** Cut where ASCII stands, so that no character is broken in two. */
function withoutAscii(bytes: Uint8Array): {
  bytes: Uint8Array;
  /** Of the letters, those beyond ASCII. */
  share: number;
  longestRun: number;
  /** Of the runs beyond ASCII, those that touch an ASCII letter. */
  mixed: number;
} {
  let end = Math.min(bytes.length, LOOK_AT);
  while (end < bytes.length && (bytes[end - 1] as number) > 127) end++;
  let high = 0;
  let letters = 0;
  let runs = 0;
  let touching = 0;
  let longestRun = 0;
  for (let at = 0; at < end; at++) {
    if (isLetter(bytes[at])) letters++;
    if ((bytes[at] as number) < 128) continue;
    const start = at;
    while (at + 1 < end && (bytes[at + 1] as number) > 127) at++;
    const length = at + 1 - start;
    high += length;
    runs++;
    longestRun = Math.max(longestRun, length);
    if (isLetter(bytes[start - 1]) || isLetter(bytes[at + 1])) touching++;
  }
  return {
    bytes: bytes.subarray(0, end),
    share: high / Math.max(1, high + letters),
    longestRun,
    mixed: touching / Math.max(1, runs),
  };
}

const isLetter = (byte = 0): boolean => (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);

/** Tolerates a few bad bytes in a long text: real pages have them. */
function decodedPart(bytes: Uint8Array, label: string): string | null {
  const text = new TextDecoder(label).decode(bytes);
  const broken = text.split('\ufffd').length - 1;
  return broken > 2 + text.length / 2000 ? null : text;
}
