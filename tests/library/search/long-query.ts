// The longest query that is taken, made of one part over and over.
import { MAX_QUERY_LENGTH } from '#contract/types/search.ts';

export const longQuery = (part: string): string =>
  part.repeat(Math.ceil(MAX_QUERY_LENGTH / part.length)).slice(0, MAX_QUERY_LENGTH);
