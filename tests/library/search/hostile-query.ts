// Queries that nobody would type: the longest that are taken, and that any is answered as the contract says.
import { expect } from 'vitest';
import { MAX_QUERY_LENGTH, SearchPage } from '#contract/types/search.ts';
import { searchWithHelp as search } from '#library/search/search-instead.ts';

/** Made of one part over and over. */
export const longQuery = (part: string): string =>
  part.repeat(Math.ceil(MAX_QUERY_LENGTH / part.length)).slice(0, MAX_QUERY_LENGTH);

export function expectAnswers(
  context: Parameters<typeof search>[0],
  texts: readonly string[],
): void {
  for (const text of texts) {
    const page = search(context, text, { limit: 20 });
    expect([text.slice(0, 100), SearchPage.safeParse(page).error]).toEqual([
      text.slice(0, 100),
      undefined,
    ]);
    expect(page.hint?.length ?? 0).toBeLessThan(400);
  }
}
