// Values of the command line that have to be of a kind: what is not is said before anything is done.
import type { z } from 'zod';
import { LibraryError } from '#contract/errors.ts';
import { ArticleUid, HttpUrl } from '#contract/types/ids.ts';
import { TagName } from '#contract/types/tag.ts';
import { UsageError } from './arguments.ts';

/** @throws UsageError */
export const readTag = (text: string): TagName =>
  read(TagName, text, (why) => `“${text}” cannot be a tag. ${why}`);

/** @throws UsageError */
export const readUrl = (text: string): HttpUrl =>
  read(HttpUrl, text, () => `“${text}” is not an http or https address.`);

/**
 * Lower case is accepted.
 * @throws LibraryError not_found: what is no identifier names no article
 */
export function readUid(text: string): ArticleUid {
  const parsed = ArticleUid.safeParse(text.toUpperCase());
  if (parsed.success) return parsed.data;
  throw new LibraryError('not_found', `There is no article “${text}” in the library.`);
}

function read<S extends z.ZodType>(
  schema: S,
  text: string,
  sentence: (why: string) => string,
): z.output<S> {
  const parsed = schema.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new UsageError(sentence(parsed.error.issues[0]?.message ?? ''));
}
