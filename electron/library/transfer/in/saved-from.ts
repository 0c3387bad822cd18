// Where a saved page came from, as far as its first lines say: enough to tell in advance whether its article is here. When the page is
// read, everything else that it says of itself counts as well.

const MARKS: readonly RegExp[] = [
  // Chromium and Internet Explorer.
  /<!--\s*saved from url=\(\d{4}\)(\S{1,8192})/i,
  // SingleFile.
  /<!--\s*(?:Page saved with|Archive processed by) SingleFile\s[^>]{0,500}?\burl:\s*(\S{1,8192})/i,
  // Save Page WE.
  /<meta\s+name="?savepage-url"?\s+content="([^"]{1,8192})"/i,
  // MHTML.
  /^(?:Snapshot-Content-Location):\s*(\S{1,8192})/im,
];

/** @param head the beginning of a file. What stands behind the head of the page is its own words, and may say anything. */
export function addressSavedFrom(head: string): string | null {
  const before = head.replace(/<(?:body|article|div|p)[\s>][\s\S]*$/i, '');
  const found = MARKS.map((mark) => mark.exec(before)?.[1]).find((url) => url !== undefined);
  return found !== undefined && /^https?:\/\//i.test(found) ? found.replaceAll('&amp;', '&') : null;
}
