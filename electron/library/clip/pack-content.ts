// Packs the two texts of a content: in the parse process, which has no database.
import { packText } from '../storage/text-blob.ts';

/** As they lie in the database. */
export interface PackedContent {
  readonly html: Uint8Array<ArrayBuffer>;
  readonly readerText: Uint8Array<ArrayBuffer>;
}

export interface UnpackedContent {
  readonly html: string;
  readonly readerText: string;
}

/** In bytes of their own: what shares a larger piece of memory goes to another process with all of it. */
export const packContent = ({ html, readerText }: UnpackedContent): PackedContent => ({
  html: Uint8Array.from(packText(html)),
  readerText: Uint8Array.from(packText(readerText)),
});
