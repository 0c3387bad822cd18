// The reader's own words at the door of the library.
import { LibraryError } from '#contract/errors.ts';
import { MAX_NOTE_BYTES } from '#contract/types/note.ts';

/** The note as it is kept. @throws LibraryError too_large */
export function checkedNote(markdown: string): string {
  const bytes = Buffer.byteLength(markdown, 'utf8');
  if (bytes > MAX_NOTE_BYTES) {
    throw new LibraryError(
      'too_large',
      `A note holds ${MAX_NOTE_BYTES / (1024 * 1024)} MB at most; this one has ${(bytes / (1024 * 1024)).toFixed(1)} MB. What was saved before is still there.`,
      { bytes, limit: MAX_NOTE_BYTES },
    );
  }
  // Half a character cannot be written to the disk, and what comes back would not be what the journal remembers.
  return markdown.toWellFormed();
}
