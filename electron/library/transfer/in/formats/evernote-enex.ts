// Evernote's export, of any size: notes one after the other, each with its pictures and PDFs inside. What somebody clipped from
// the web has its address; everything else is a note of its own. Layout as in evernote-export4.dtd, which is never fetched.
import { headText } from '../../source/entry-text.ts';
import type { Source, SourceEntry } from '../../source/source.ts';
import { cutNotes } from '../enex/cut-notes.ts';
import { foundInNote } from '../enex/found-in-note.ts';
import { EnexNoteReader } from '../enex/read-note.ts';
import type { ImportFormat } from '../format.ts';
import { foundIn } from '../found-in.ts';
import { foundInEach } from '../found-in-each.ts';
import type { Found } from '../found-item.ts';

export const evernoteEnex: ImportFormat = {
  id: 'evernote-enex',
  recognise: async (source) => ((await filesOf(source)).length > 0 ? 'surely' : 'no'),
  async *read(source, signal) {
    const files = new Set(await filesOf(source));
    for (const entry of source.entries) {
      // Evernote writes a file for each notebook, under its name; one alone may be called anything.
      const notebook = files.size > 1 ? notebookOf(entry.path) : null;
      if (files.has(entry)) yield* foundIn(entry, () => read(entry, notebook, signal));
      else yield { place: entry.path, ignored: 'Files that are no export of Evernote.' };
    }
  },
};

async function* read(
  entry: SourceEntry,
  notebook: string | null,
  signal: AbortSignal,
): AsyncGenerator<Found> {
  const notes = cutNotes(entry.stream(signal), () => new EnexNoteReader());
  let count = 0;
  yield* foundInEach(entry.path, notes, (note) =>
    foundInNote(note, `${entry.path}, note ${++count}`, notebook),
  );
}

async function filesOf(source: Source): Promise<SourceEntry[]> {
  const files: SourceEntry[] = [];
  for (const entry of source.entries) {
    if (source.entries.length > 1 && !/\.(?:enex|xml)$/i.test(entry.path)) continue;
    if (/<en-export[\s>]/.test(await headText(entry))) files.push(entry);
  }
  return files;
}

const notebookOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.\w+$/, '');
