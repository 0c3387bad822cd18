// Where sentences end, well enough to cut a passage there.

/** Full stops of the scripts that have their own need no space after them; each block of an article is a line. */
const ends = /[.!?…][\p{Pe}\p{Pf}"']*\s+|[。！？．｡؟۔।॥។៕།][\p{Pe}\p{Pf}"']*\s*|\s*\n\s*/gu;

/** What a full stop behind it does not end: initials, titles, and what is written short in the middle of sentences. */
const shortened =
  /(?:^|[\s(\p{Pi}.])(?:\p{L}|Dr|Mr|Mrs|Ms|St|Prof|Hr|Fr|Nr|No|Vol|Fig|Abb|vs|cf|ca|bzw|vgl|Mme|Mlle|Sra?|гг|ул)$/u;
const LONGEST = 8;

/** Offset behind the last end of a sentence; -1 where none ends. */
export function lastSentenceEnd(text: string): number {
  let end = -1;
  for (const match of text.matchAll(ends)) {
    const { index } = match;
    const isShort =
      match[0].startsWith('.') &&
      !match[0].includes('\n') &&
      shortened.test(text.slice(Math.max(0, index - LONGEST), index));
    if (!isShort) end = index + match[0].length;
  }
  return end;
}
