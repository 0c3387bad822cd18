// What a note becomes: an article with its text and pictures, and one more for every PDF in it that is not all it holds.
import { companionsOf } from '../../../clip/companions.ts';
import { emptyItem, type Found, type FoundContent, type FoundItem } from '../found-item.ts';
import { readSaved } from '../read-moment.ts';
import { someText } from '../some-text.ts';
import type { EnexNote } from './read-note.ts';
import type { EnexFile } from './resource.ts';
import { fileNameOf, noteToHtml } from './to-html.ts';

/** @param notebook that it lies in, where that is known */
export function* foundInNote(
  note: EnexNote,
  place: string,
  notebook: string | null,
): Generator<Found> {
  if (note.isDamaged) {
    yield { place, problem: damaged };
    return;
  }
  const field = (name: string): string | null => someText(note.fields.get(name));
  const url = field('source-url');
  const title = field('title');
  const { html, hasText } = noteToHtml(note.content, title ?? '', note.files);
  const known: FoundItem = {
    ...emptyItem,
    place,
    url,
    title,
    // Of what was clipped it names whoever clipped it.
    author: url === null ? field('author') : null,
    savedAt: readSaved(field('created')),
    tags: note.tags.flatMap((tag) => someText(tag) ?? []),
    collections: notebook === null ? [] : [[notebook]],
  };
  const pdfs = note.files.filter(({ type }) => type === 'pdf');
  const [onlyPdf] = pdfs;
  if (!hasText && onlyPdf && pdfs.length === 1) {
    yield { item: { ...known, content: pdfContent(onlyPdf) } };
  } else {
    yield { item: { ...known, content: hasText ? noteContent(html, note.files) : null } };
    for (const [at, pdf] of pdfs.entries()) {
      const name = pdf.name?.replace(/\.pdf$/i, '') ?? title;
      const of = { place: `${place}, PDF ${at + 1}`, url: null, title: name };
      yield { item: { ...known, ...of, content: pdfContent(pdf) } };
    }
  }
  for (const { name, problem } of note.leftOut) {
    const where = name === '' ? place : `${place}: ${name.slice(0, 200)}`;
    if (problem.code === 'unsupported_type') yield { place: where, ignored: otherKinds };
    else yield { place: where, problem };
  }
}

const noteContent = (html: string, files: readonly EnexFile[]): FoundContent => ({
  kind: 'body',
  // By that its pictures are looked for beside it.
  name: 'note.html',
  open: async () => ({
    bytes: new TextEncoder().encode(html),
    companions: companionsOf(
      files
        .filter(({ type }) => type === 'picture')
        .map((file) => ({ path: fileNameOf(file), bytes: file.bytes })),
    ),
  }),
});

const pdfContent = ({ name, bytes }: EnexFile): FoundContent => ({
  kind: 'pdf',
  name,
  open: async () => ({ bytes, companions: null }),
});

const otherKinds = 'Attachments of notes that are neither pictures nor PDFs.';

const damaged = {
  code: 'invalid_input',
  message: 'This note is damaged: it breaks off, or a part of it has no end.',
} as const;
