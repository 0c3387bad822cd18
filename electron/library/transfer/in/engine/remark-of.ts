// What of an entry cannot be kept as it stands there: its row in the report says so, and nobody has to find out later.
import { MAX_QUOTE_LENGTH } from '#contract/types/highlight.ts';
import { MAX_NOTE_BYTES } from '#contract/types/note.ts';
import type { Problem } from '#contract/types/problem.ts';
import { MAX_TITLE_LENGTH } from '../../../clip/limits.ts';
import { isBelievableSave } from '../../../clip/save-clip.ts';
import type { FoundItem } from '../found-item.ts';

/** More of one article nobody gives by hand. */
export const MAX_TAGS = 100;

export function remarkOf(found: FoundItem, now: number): Problem | null {
  const { title, tags, highlights, savedAt } = found;
  const isLong = (title ?? '').trim().length > MAX_TITLE_LENGTH;
  const longQuotes = highlights.filter(({ quote }) => quote.trim().length > MAX_QUOTE_LENGTH);
  const remarks = [
    noteRemark(found.note),
    // Of our own exports articles come as they were.
    ...(found.exact
      ? []
      : [
          isLong && tooLarge('The title is longer than a title can be: its beginning was kept.'),
          tags.length > MAX_TAGS &&
            tooLarge(`Of ${tags.length} tags the first ${MAX_TAGS} were kept.`),
          longQuotes.length > 0 &&
            tooLarge('A highlight is longer than one can be: its beginning was kept.'),
          dateRemark(savedAt, now),
        ]),
  ].filter((one): one is Problem => typeof one === 'object' && one !== null);
  const [first] = remarks;
  return first
    ? { code: first.code, message: remarks.map(({ message }) => message).join(' ') }
    : null;
}

const tooLarge = (message: string): Problem => ({ code: 'too_large', message });

function noteRemark(note: string | null): Problem | null {
  if (Buffer.byteLength((note ?? '').trim()) <= MAX_NOTE_BYTES) return null;
  return tooLarge(
    `The note is longer than a note can be: its first ${MAX_NOTE_BYTES / 1024 / 1024} MB were kept.`,
  );
}

/** Clocks differ that much, and zones of time that were left out. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** Zero is how some say that they do not know. */
function dateRemark(at: number | null, now: number): Problem | null {
  if (at === null || at === 0) return null;
  if (Number.isNaN(at)) {
    const message =
      'When it was saved is written in a way that can be read as no one day: the time of the import stands in its place.';
    return { code: 'invalid_input', message };
  }
  if (isBelievableSave(at, now + DAY_MS)) return null;
  const year = new Date(at).getUTCFullYear();
  const said = Number.isNaN(year) ? 'a time that cannot be' : `the year ${year}`;
  return {
    code: 'invalid_input',
    message: `It says that it was saved in ${said}: the time of the import stands in its place.`,
  };
}
