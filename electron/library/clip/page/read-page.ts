// Reads a page: bytes in, everything that Lectern wants to know of it out. The pipeline, step by step.
import type { PageInput, ParsedPage } from '#contract/page.ts';
import { decode } from './decode.ts';
import { detectKind } from './detect-kind.ts';
import { readHtml } from './read-html.ts';
import { readText } from './read-text.ts';

/**
 * Pure and synchronous; may take seconds and hundreds of megabytes for a hostile page, which is why it runs
 * in the parse process.
 * @throws LibraryError nothing_to_read (no bytes), unsupported_type (not a page), too_large
 */
export function readPage(input: PageInput): ParsedPage {
  const kind = detectKind(input);
  const { text, charset } = decode(input.bytes, kind, input.charset);
  return kind === 'html' ? readHtml(text, charset, input) : readText(text, charset, input);
}
