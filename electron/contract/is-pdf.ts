// How a PDF is told from a page.

/** Some programs put a few bytes before it. */
const PDF = /^[\s\0\xef\xbb\xbf]{0,64}%PDF-/;

/** By its first bytes: what it is called, or sent as, says nothing. */
export const isPdf = (bytes: Uint8Array): boolean =>
  PDF.test(String.fromCharCode(...bytes.subarray(0, 80)));
