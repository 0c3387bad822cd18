// Links of a list say the same wherever its text is cut in pieces, and what it does wrong costs little.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlTokens } from '#library/transfer/in/bookmarks/html-tokens.ts';
import { type ListedLink, readLinks } from '#library/transfer/in/bookmarks/read-links.ts';
import { inPieces } from '../../../../support/transfer/in-pieces.ts';
import { netscapeHtmlSample } from '../../../../support/transfer/netscape-html.ts';

async function read(text: string, sizes: readonly number[] = []) {
  const links: ListedLink[] = [];
  const lots = readLinks(htmlTokens(inPieces(text, sizes)));
  let lot = await lots.next();
  for (; !lot.done; lot = await lots.next()) links.push(...lot.value);
  return { links, isWhole: lot.value };
}

const bookmarks = String(netscapeHtmlSample.files['bookmarks.html']);

describe('links of a list', () => {
  it('are the same in whatever pieces it comes', async () => {
    const whole = await read(bookmarks);
    expect([whole.links.length, whole.isWhole]).toEqual([6, true]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 }),
        async (sizes) => {
          expect(await read(bookmarks, sizes)).toEqual(whole);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    [
      'attributes without quotes, and names in capitals',
      '<A HREF=https://a.example/ TAGS=b>T</A>',
      'T',
    ],
    ['an element that is never closed', '<a href="https://a.example/" tags="b">T<dt>', 'T'],
    [
      'an attribute twice',
      '<a href="https://a.example/" tags="b" href="https://c.example/">T</a>',
      'T',
    ],
    [
      'tags within its title',
      '<a href="https://a.example/" tags="b"><b>T</b>\n<i>U</i></a>',
      'T U',
    ],
    [
      'entities of every kind',
      '<a href="https://a.example/" tags="b">&amp;&#65;&#x42;&eacute;&nope;</a>',
      '&ABé&nope;',
    ],
    [
      'a script in it',
      '<script><a href="no">no</a></script><a href="https://a.example/" tags="b">T</a>',
      'T',
    ],
  ])('with %s', async (_, text, title) => {
    for (const sizes of [[], [1], [3]]) {
      const { links } = await read(text, sizes);
      expect(
        links.map((link) => [link.attributes.get('href'), link.attributes.get('tags'), link.title]),
      ).toEqual([['https://a.example/', 'b', title]]);
    }
  });

  it('in folders of any depth, of which the first twenty are told', async () => {
    const deep = '<dl><dt><h3>In</h3>'.repeat(100_000);
    const { links, isWhole } = await read(`${deep}<dl><dt><a href="x">T</a>`, [65_536]);
    expect([links[0]?.folders.length, isWhole]).toEqual([20, false]);
  });

  it('between a hundred thousand elements that are never closed', async () => {
    const open = '<b><p><dt><a href="x">T'.repeat(100_000);
    expect((await read(open, [65_536])).links).toHaveLength(100_000);
  });
});
