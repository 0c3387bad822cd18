// One attachment of a note, decoded while it is read: its text in the file is never whole in memory, and of what an article cannot
// hold (sounds, films, documents of offices) not even the bytes are kept.
import { createHash, type Hash } from 'node:crypto';
import { isPdf } from '#contract/is-pdf.ts';
import type { Problem } from '#contract/types/problem.ts';
import { imageTypeOf } from '../../../clip/image-bytes.ts';
import { MAX_IMAGE_BYTES } from '../../../clip/limits.ts';

/** A picture or a PDF of a note. */
export interface EnexFile {
  /** MD5 of its bytes in hexadecimal: by that the note's text names it. */
  readonly hash: string;
  readonly type: 'picture' | 'pdf';
  /** Of the file that was attached, where it had one. */
  readonly name: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Enough to tell what it is. */
const HEAD_BYTES = 4096;

export class EnexResource {
  name = '';
  readonly #hash: Hash = createHash('md5');
  readonly #room: number;
  #parts: Buffer[] = [];
  #length = 0;
  /** Characters that make no whole byte yet. */
  #rest = '';
  #type: EnexFile['type'] | null = null;
  #problem: Problem | null = null;

  /** @param room bytes that the note may still hold */
  constructor(room: number) {
    this.#room = room;
  }

  get byteSize(): number {
    return this.#problem ? 0 : this.#length;
  }

  /** @param text some more of the base64 */
  write(text: string): void {
    const packed = this.#rest + text.replace(/\s+/g, '');
    const end = packed.length - (packed.length % 4);
    this.#rest = packed.slice(end);
    this.#add(Buffer.from(packed.slice(0, end), 'base64'));
  }

  end(): EnexFile | Problem {
    this.#add(Buffer.from(this.#rest, 'base64'));
    this.#look(true);
    if (this.#problem || !this.#type) return this.#problem ?? unsupported;
    const hash = this.#hash.digest('hex');
    const bytes = new Uint8Array(Buffer.concat(this.#parts));
    return { hash, type: this.#type, name: this.name.trim() || null, bytes };
  }

  #add(bytes: Buffer): void {
    if (this.#problem || bytes.length === 0) return;
    this.#hash.update(bytes);
    this.#parts.push(bytes);
    this.#length += bytes.length;
    this.#look(false);
    const limit = this.#type === 'pdf' ? this.#room : Math.min(MAX_IMAGE_BYTES, this.#room);
    if (this.#length > limit) this.#refuse(tooLarge);
  }

  #look(isAll: boolean): void {
    if (this.#type || this.#problem || (!isAll && this.#length < HEAD_BYTES)) return;
    const head = Buffer.concat(this.#parts).subarray(0, HEAD_BYTES);
    if (isPdf(head)) this.#type = 'pdf';
    else if (imageTypeOf(head)) this.#type = 'picture';
    else this.#refuse(unsupported);
  }

  #refuse(problem: Problem): void {
    this.#problem = problem;
    this.#parts = [];
  }
}

const tooLarge: Problem = {
  code: 'too_large',
  message: 'This attachment is larger than Lectern keeps.',
};
const unsupported: Problem = {
  code: 'unsupported_type',
  message: 'Lectern keeps pictures and PDFs of a note, and no attachments of other kinds.',
};
