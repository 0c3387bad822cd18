// What a paste into the clip dialog holds: words with or without formatting, files, or a picture and nothing else.
import { linksIn } from './clip-source.ts';

export type Paste =
  /** Goes into the field as any other text. */
  | { readonly kind: 'plain' }
  | { readonly kind: 'rich'; readonly text: string; readonly html: string }
  | { readonly kind: 'files'; readonly files: readonly File[] }
  /** There is nothing in it to read or to find. */
  | { readonly kind: 'picture' };

/** @param textOf the words of a piece of HTML, which is foreign */
export function readPaste(data: DataTransfer, textOf: (html: string) => string): Paste {
  const html = data.getData('text/html');
  const plain = data.getData('text/plain');
  const text = plain || textOf(html);
  if (text.trim() !== '') {
    return html === '' || linksIn(text).length > 0
      ? { kind: 'plain' }
      : { kind: 'rich', text, html };
  }
  // A copied picture comes as a file, and from a browser also as an element with its address.
  const files = [...data.files];
  if (files.some(({ type }) => !type.startsWith('image/'))) return { kind: 'files', files };
  return files.length > 0 || html.trim() !== '' ? { kind: 'picture' } : { kind: 'plain' };
}
