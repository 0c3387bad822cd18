// Pictures of a Markdown text, found among the files of its source as Obsidian finds them: from the note's folder, from the root, or by
// the name alone. Only files of the source can be found, wherever a path leads.
import { posix } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import type { OpenCompanion } from '../../../clip/companions.ts';
import { MAX_IMAGE_BYTES } from '../../../clip/limits.ts';
import type { Source, SourceEntry } from '../../source/source.ts';
import { PICTURE_NAME } from './plain-markdown.ts';

export class Attachments {
  readonly #byPath = new Map<string, SourceEntry>();
  readonly #byName = new Map<string, SourceEntry>();

  constructor(source: Source) {
    for (const entry of source.entries) {
      if (!PICTURE_NAME.test(entry.path)) continue;
      const path = entry.path.normalize('NFC');
      this.#byPath.set(path, entry);
      const name = posix.basename(path);
      if (!this.#byName.has(name)) this.#byName.set(name, entry);
    }
  }

  /** @param notePath of the text that names them */
  companionsOf(notePath: string): OpenCompanion {
    const folder = posix.dirname(notePath);
    return async (path, signal) => {
      const bare = path.normalize('NFC').replace(/[?#].*$/s, '');
      const entry =
        this.#byPath.get(posix.join(folder, bare)) ??
        this.#byPath.get(posix.normalize(bare)) ??
        this.#byName.get(posix.basename(bare));
      if (!entry) throw new LibraryError('not_found', 'The picture did not come with the text.');
      return entry.bytes(MAX_IMAGE_BYTES, signal);
    };
  }
}
