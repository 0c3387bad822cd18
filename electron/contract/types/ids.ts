// Names by which things are known outside SQL.
import { z } from 'zod';

/** A ULID: 26 characters, sorts by time of making. */
export const Uid = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, 'is not an identifier of Lectern');
export const ArticleUid = Uid.brand<'ArticleUid'>();
export type ArticleUid = z.infer<typeof ArticleUid>;
export const StepUid = Uid.brand<'StepUid'>();
export type StepUid = z.infer<typeof StepUid>;

/** An address that may be fetched and opened: http or https, nothing else. */
export const HttpUrl = z
  .url({ protocol: /^https?$/, error: 'is not an http or https address' })
  .max(8192)
  .brand<'HttpUrl'>();
export type HttpUrl = z.infer<typeof HttpUrl>;
