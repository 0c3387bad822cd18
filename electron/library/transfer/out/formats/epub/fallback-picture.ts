// WebP is for every reading system since EPUB 3.3; for earlier ones, and for those who check books by their rules, a picture of nothing stands
// behind each.

export const needsOther = (mediaType: string): boolean => mediaType === 'image/webp';

/** From the package document. */
export const NO_PICTURE_PATH = 'pictures/none.png';

/** One clear point. */
export const NO_PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNgYAAAAAMAASsJTYQAAAAASUVORK5CYII=',
  'base64',
);
