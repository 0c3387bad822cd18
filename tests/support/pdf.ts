// What can be told of a PDF without reading its text: its pages, and where its links lead. Chromium leaves both unpacked.

/** Page objects; the tree above them is of the type `Pages`. */
export const pagesOf = (pdf: Buffer): number =>
  pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** Addresses of the places that can be clicked: a link is in here when the words that carry it are on a page. */
export const linksOf = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/\/URI\s*\(([^)]*)\)/g)].map((match) => match[1] ?? '');
