// Cuts an Evernote export into its notes before anything is parsed: what is broken inside one note, an element that is never closed
// or a section that never ends, is lost at the next `<note>` and not at the end of the file.

/** What becomes of the text of one note. */
export interface NoteReader<Note> {
  write(text: string): void;
  /** @param isWhole false where the note breaks off */
  end(isWhole: boolean): Note;
}

/** A tag that may lie across two pieces of the file: `</note   >` is the longest. */
const MAX_TAG = 16;
const TAG = /<note(?=[\s>])|<\/(note|en-export)\s*>/;

/**
 * @param makeReader of the next note
 * @returns the notes in their order; the last word is whether the file came to its end
 */
export async function* cutNotes<Note>(
  chunks: AsyncIterable<Uint8Array>,
  makeReader: () => NoteReader<Note>,
): AsyncGenerator<Note, boolean> {
  const decoder = new TextDecoder();
  // Of this file alone: it keeps its place while others are read.
  const tags = new RegExp(TAG, 'g');
  let reader: NoteReader<Note> | null = null;
  let isWhole = false;
  let text = '';
  /** @returns what of the text may be the beginning of a tag */
  function* take(isLast: boolean): Generator<Note, string> {
    const open = isLast ? -1 : text.indexOf('<', Math.max(0, text.length - MAX_TAG));
    const end = open < 0 ? text.length : open;
    let from = 0;
    tags.lastIndex = 0;
    for (let tag = tags.exec(text); tag && tag.index < end; tag = tags.exec(text)) {
      const opens = tag[1] === undefined;
      reader?.write(text.slice(from, tag.index + (tag[1] === 'note' ? tag[0].length : 0)));
      from = opens ? tag.index : tags.lastIndex;
      if (reader) yield reader.end(tag[1] === 'note');
      reader = opens ? makeReader() : null;
      isWhole ||= tag[1] === 'en-export';
    }
    reader?.write(text.slice(from, end));
    return text.slice(Math.max(from, end));
  }
  for await (const chunk of chunks) {
    text += decoder.decode(chunk, { stream: true });
    text = yield* take(false);
  }
  text += decoder.decode();
  yield* take(true);
  // Assigned in the generator above, which the types cannot follow.
  const last = reader as NoteReader<Note> | null;
  if (last) yield last.end(false);
  return isWhole;
}
