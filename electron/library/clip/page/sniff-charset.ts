// The encoding of bytes that say nothing about themselves.
import { TextDecoder } from '@exodus/bytes/encoding.js';
import { looksLikeUtf16 } from './sniff-utf16.ts';

/** @returns a label of the Encoding Standard; windows-1252 where nothing better fits, as in browsers */
export function sniffCharset(bytes: Uint8Array): string {
  const wide = looksLikeUtf16(bytes);
  if (wide) return wide;
  return isValid(bytes, 'utf-8') ? 'utf-8' : 'windows-1252';
}

function isValid(bytes: Uint8Array, label: string): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
