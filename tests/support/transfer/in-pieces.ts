// A text as it comes in from a disk: in pieces that end anywhere.

/** @param sizes of the pieces, over and over; all at once where there are none */
export async function* inPieces(text: string, sizes: readonly number[]): AsyncGenerator<string> {
  for (let at = 0, piece = 0; at < text.length; piece++) {
    const size = sizes[piece % Math.max(1, sizes.length)] ?? text.length;
    yield text.slice(at, at + size);
    at += size;
  }
}
