// Pages of one article made one, where a page writes what nobody else would.
import { describe, expect, it } from 'vitest';
import { joinPages } from '#library/clip/page/join-pages.ts';
import { article, read } from '../../../support/read.ts';

const pages = (line: string) => [
  read(article('<p>The first page ends with the tide.</p>')),
  read(article(`<p>The second begins with the ebb.</p><p><a href="/a?page=3">${line}</a></p>`)),
];

describe('joining pages', () => {
  it('leaves numbers of pages out, and nothing else that is linked', () => {
    const numbers = joinPages(pages('1 2 3 of 12'), false).readerText;
    expect(numbers).toContain('begins with the ebb');
    expect(numbers).not.toContain('of 12');
    expect(joinPages(pages('Volume 3 of 12'), false).readerText).toContain('of 12');
  });

  // Tried in every way to part them, sixty digits do not end within a test.
  it('is done with a long number at once', () => {
    const long = `${'1'.repeat(60)}x`;
    expect(joinPages(pages(long), false).readerText).toContain(long);
  });
});
