// Reads one note of an Evernote export as its text goes by. Entities that a file declares itself are never expanded, and no document type is looked at.
import { Parser } from 'htmlparser2';
import type { Problem } from '#contract/types/problem.ts';
import { MAX_FILE_BYTES, MAX_PAGE_FETCH_BYTES } from '../../../clip/limits.ts';
import type { NoteReader } from './cut-notes.ts';
import { type EnexFile, EnexResource } from './resource.ts';

export interface EnexNote {
  /** The note's fields by the names of their elements. */
  readonly fields: ReadonlyMap<string, string>;
  readonly tags: readonly string[];
  /** Its text in Evernote's markup. */
  readonly content: string;
  readonly files: readonly EnexFile[];
  /** Attachments that were left out, by their names. */
  readonly leftOut: readonly { readonly name: string; readonly problem: Problem }[];
  /** It breaks off, or something in it does: what was read of it is not to be trusted. */
  readonly isDamaged: boolean;
}

/** All pictures and PDFs of one note: it is in memory as a whole. */
const MAX_FILES_BYTES = MAX_FILE_BYTES / 2;
/** Nothing in a note goes on for longer but a section without an end. */
const MAX_SILENCE = MAX_PAGE_FETCH_BYTES;
/** Titles, addresses, names; what is longer is none of these. */
const MAX_FIELD = 100_000;

const FIELDS: ReadonlySet<string> = new Set(
  'title created updated author source source-url file-name tag'.split(' '),
);
/** Where one of these is not closed, the rest of the note stands in the wrong place. */
const WHOLE: ReadonlySet<string> = new Set(['content', 'resource', 'data', 'note-attributes']);
/** Held as plain text by Evernote; in a damaged file it has elements in it, which are text of the note as well. */
const CONTENT = 'content';

export class EnexNoteReader implements NoteReader<EnexNote> {
  readonly #fields = new Map<string, string>();
  readonly #tags: string[] = [];
  readonly #content: string[] = [];
  readonly #files: EnexFile[] = [];
  readonly #leftOut: { name: string; problem: Problem }[] = [];
  readonly #open: string[] = [];
  #text = '';
  #resource: EnexResource | null = null;
  #bytes = 0;
  /** Characters since the parser said something. */
  #silence = 0;
  #isDamaged = false;
  readonly #parser = new Parser(
    {
      onopentag: (name, attribs) => this.#onOpen(name, attribs),
      ontext: (text) => this.#onText(text),
      onclosetag: (name, isImplied) => this.#onClose(name, isImplied),
    },
    { xmlMode: true },
  );

  write(text: string): void {
    this.#silence += text.length;
    if (this.#silence > MAX_SILENCE) this.#isDamaged = true;
    if (!this.#isDamaged) this.#parser.write(text);
  }

  end(isWhole: boolean): EnexNote {
    this.#isDamaged ||= !isWhole;
    this.#parser.end();
    return {
      fields: this.#fields,
      tags: this.#tags,
      content: this.#content.join(''),
      files: this.#files,
      leftOut: this.#leftOut,
      isDamaged: this.#isDamaged,
    };
  }

  #onOpen(name: string, attribs: Readonly<Record<string, string>>): void {
    this.#silence = 0;
    if (this.#open.includes(CONTENT)) this.#content.push(openTag(name, attribs));
    else if (name === 'resource') this.#resource = new EnexResource(MAX_FILES_BYTES - this.#bytes);
    this.#open.push(name);
    this.#text = '';
  }

  #onText(text: string): void {
    this.#silence = 0;
    const name = this.#open.at(-1) ?? '';
    if (this.#open.includes(CONTENT)) this.#content.push(text);
    else if (name === 'data') this.#resource?.write(text);
    else if (FIELDS.has(name) && this.#text.length < MAX_FIELD) this.#text += text;
  }

  #onClose(name: string, isImplied: boolean): void {
    this.#silence = 0;
    this.#open.pop();
    if (isImplied && WHOLE.has(name)) this.#isDamaged = true;
    if (this.#open.includes(CONTENT)) this.#content.push(`</${name}>`);
    else if (name === 'tag') this.#tags.push(this.#text);
    else if (name === 'file-name' && this.#resource) this.#resource.name = this.#text;
    else if (name === 'resource') this.#endResource();
    // Attachments have addresses and sources as well.
    else if (FIELDS.has(name) && !this.#resource) this.#fields.set(name, this.#text);
    this.#text = '';
  }

  #endResource(): void {
    const resource = this.#resource;
    this.#resource = null;
    if (!resource) return;
    this.#bytes += resource.byteSize;
    const file = resource.end();
    if ('hash' in file) this.#files.push(file);
    else this.#leftOut.push({ name: resource.name.trim(), problem: file });
  }
}

function openTag(name: string, attribs: Readonly<Record<string, string>>): string {
  const inside = Object.entries(attribs).map(
    ([key, value]) => ` ${key}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
  );
  return `<${name}${inside.join('')}>`;
}
