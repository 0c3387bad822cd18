// Everything that is to be seen on a page, in blocks that are restored or removed as one.
import { describe, expect, it } from 'vitest';
import { readPage } from '#library/clip/page/read-page.ts';
import { prose } from '../../../../support/read.ts';

const read = (html: string, more: object = {}) =>
  readPage({
    bytes: new TextEncoder().encode(html),
    kind: 'html',
    charset: null,
    url: 'https://marsh.example/a',
    name: null,
    ...more,
  });
const pageOf = (around: string, inside = '') =>
  `<title>Herons</title><body>${around}<article><h1>Herons</h1><p>${prose(6)}</p>${inside}<p>${prose(5)}</p></article>`;
const blocksOf = (html: string) => read(html, { everything: true }).blocks ?? [];
const leftOut = (html: string) =>
  blocksOf(html).flatMap(({ state, text }) => (state === 'left-out' ? [text] : []));

describe('what is one block', () => {
  it.each([
    ['a menu', '<nav><ul><li><a href="/a">Birds</a></li><li><a href="/b">Fish</a></li></ul></nav>'],
    [
      'a long menu of several lists',
      `<nav><ul><li>Birds</li><li><a href="/b">Fish</a></li></ul><ul>${'<li>Eels</li>'.repeat(80)}</ul></nav>`,
    ],
    ['a teaser', '<div class="related"><h4>Birds</h4><p><a href="/b">Fish</a></p></div>'],
    ['a form', '<form class="related">Birds <p>Fish</p><button>Send</button></form>'],
  ])('%s', (_, around) => {
    expect(leftOut(pageOf(around))).toEqual([expect.stringMatching(/^Birds Fish/)]);
  });

  it('but a list of long lines is line by line, and a table or short list of the article is one', () => {
    const long = `<ul class="related"><li>${'A line of its own. '.repeat(15)}</li><li>Short.</li></ul>`;
    expect(leftOut(pageOf(long))).toHaveLength(2);
    const table =
      '<table><tr><th>Bird</th><th>Fish</th></tr><tr><td>Heron</td><td>Eel</td></tr></table>';
    const kept = blocksOf(pageOf('', `${table}<ul><li>Wade.</li><li>Wait.</li></ul>`));
    expect(kept.map(({ state, addresses }) => `${state} ${addresses.length}`)).toEqual([
      'kept 1',
      'kept 4',
      'kept 2',
      'kept 1',
    ]);
  });

  it('and hidden things, pop-ups and the title that is shown above are none', () => {
    const around =
      '<p hidden>Hidden.</p><div role="dialog">Cookies?</div><script>1</script><select><option>One</option></select>';
    expect(leftOut(pageOf(around))).toEqual([]);
    expect(leftOut(pageOf(`${around}<footer>Imprint</footer>`))).toEqual(['Imprint']);
  });

  it('or all of it, where no article was found', () => {
    const { blocks = [], html } = read('<body><nav><a href="/a">Birds</a></nav>', {
      everything: true,
    });
    expect(blocks.map(({ state }) => state)).toEqual(['left-out']);
    expect(html).toContain('Birds');
  });
});

it('a page cannot number blocks itself, and unasked none are', () => {
  const page = pageOf('', '<p data-lectern-block="7">Marked by the page.</p>');
  expect(read(page).html).not.toContain('lectern-block');
  const { html } = read(page, { everything: true });
  expect(html).toContain('<p data-lectern-block="1">Marked by the page.</p>');
});

it('of two edits of one block the later counts, and each is told what became of it', () => {
  const page = pageOf('', '<aside class="related"><p>Quicklime.</p></aside>');
  const [address = ''] = blocksOf(page).find(({ text }) => text === 'Quicklime.')?.addresses ?? [];
  const elsewhere = address.replace(/^.{4}/, 'ffff');
  const edits = ['restore', 'remove', 'restore'].map((action) => ({ action, address }));
  const back = read(page, { edits: [...edits, { action: 'remove', address: elsewhere }] });
  expect(back.bodyText).toContain('Quicklime.');
  expect(back.edited?.map(({ block, isNeedless }) => [block >= 0, isNeedless])).toEqual([
    [true, false],
    [true, true],
    [true, false],
    [false, false],
  ]);
  const out = read(page, { edits: edits.slice(0, 2) });
  expect(out.html).toBe(read(page).html);
});
