// What came by the clipboard and says nothing: there is no page behind it that could be read better one day.
import { LibraryError } from '#contract/errors.ts';
import type { ParsedPage } from '#contract/page.ts';
import type { ClipSource } from './clip-source.ts';

/** @throws LibraryError unsupported_type (a picture and nothing else), nothing_to_read */
export function refuseWithoutText(
  { warning }: Pick<ParsedPage, 'warning'>,
  { isPasted, bytes }: Pick<ClipSource, 'isPasted' | 'bytes'>,
): void {
  if (!isPasted || warning?.code !== 'nothing_to_read') return;
  if (/<img\b/i.test(new TextDecoder().decode(bytes))) {
    throw new LibraryError(
      'unsupported_type',
      'What was pasted is a picture and nothing else. Lectern keeps texts: clip the page on which it stands.',
    );
  }
  throw new LibraryError('nothing_to_read', 'What was pasted holds no text.');
}
