// How pages are set in the wild: words far apart in narrow columns, what browsers print around a page, tables of contents.
import { expect, test } from 'vitest';
import { tablesInPackage } from '#hosts/pdf-tables.ts';
import { readAny } from '#library/clip/page/read-page.ts';
import { widthOf } from '../../../../support/helvetica.ts';
import { line, lines, makePdf, type PdfPage, wrapped } from '../../../../support/make-pdf.ts';
import { pageInput } from '../../../../support/read.ts';

const read = (...pages: PdfPage[]) =>
  readAny(pageInput(makePdf({ pages })), { tables: tablesInPackage(), isTimeUp: () => false });

const LONG =
  'Typographical arrangements deteriorate whenever responsible typesetters forget fundamental ' +
  'obligations towards their readers and simultaneously neglect hyphenation, which nevertheless ' +
  'remains indispensable for narrow measures in scientific proceedings of every description.';
const OTHER = LONG.replace('Typographical', 'Notwithstanding that, other');

/** Every word by itself, the last of a line at the edge: as narrow columns are set. */
function justified(texts: readonly string[], x: number, top: number, width: number): string {
  return texts
    .map((text, at) => {
      const words = text.split(' ');
      const gaps = at === texts.length - 1 ? 0 : words.length - 1;
      const room = width - words.reduce((sum, word) => sum + widthOf(word, 10), 0);
      const gap = gaps > 0 ? room / gaps : 3;
      let from = x;
      return words
        .map((word) => {
          const drawn = line(word, from, top - at * 12);
          from += widthOf(word, 10) + gap;
          return drawn;
        })
        .join('');
    })
    .join('');
}

test('words that stand far apart are no columns, and columns of them are', async () => {
  const width = 130;
  const content =
    justified(wrapped(LONG, width), 72, 700, width) +
    justified(wrapped(OTHER, width), 222, 700, width);
  const { bodyText } = await read({ content });
  expect(bodyText).toBe(`${LONG}\n${OTHER}`);
});

const under = (...below: readonly string[]) => ({
  content:
    line('On Waiting Birds', 72, 730, 22, 'F2') +
    below.map((text, at) => line(text, 72, 700 - at * 30, 11)).join('') +
    lines(wrapped(LONG, 400), 72, 560),
});

test.each([
  [
    'several names',
    ['Ann Lee, Bo van der Ek and Carla de la Cruz'],
    'Ann Lee, Bo van der Ek, Carla de la Cruz',
  ],
  ['with signs', ['Ann B. Lee1,*, Bo Ek2'], 'Ann B. Lee, Bo Ek'],
  ['one, by his word', ['by Bo Ek'], 'Bo Ek'],
  ['one with an address', ['Bo Ek', 'bo@shore.example'], 'Bo Ek'],
  ['under a subtitle', ['a field guide', 'Ann Lee & Bo Ek'], 'Ann Lee, Bo Ek'],
  ['a subtitle', ['A Short History', 'in three parts'], null],
  ['an affiliation', ['University of Somewhere, Department of Birds'], null],
  ['nothing', [], null],
])('who wrote it stands under the title: %s', async (_, below, author) => {
  expect((await read(under(...below))).author).toBe(author);
});

test('date and address that a browser prints are no text', async () => {
  const printed =
    line('11/26/26, 4:13 AM', 24, 770, 8) +
    line('A page', 300, 770, 8) +
    line('https://example.org/a-page', 24, 18, 8) +
    line('1/1', 570, 18, 8);
  const { bodyText, title } = await read({
    content: printed + line('A page', 72, 730, 22, 'F2') + lines(wrapped(LONG, 400), 72, 690),
  });
  expect(title).toBe('A page');
  expect(bodyText).toBe(LONG);
});

test('the first line of a page stays, where others begin with the same', async () => {
  const page = (number: number) => ({
    content: lines(
      ['Dear reader, this is our letter.', ...wrapped(`${number}. ${LONG}`, 300)],
      72,
      760,
    ),
  });
  const { bodyText } = await read(page(1), page(2), page(3));
  expect(bodyText.match(/Dear reader/g)).toHaveLength(3);
});

test('lines of a table of contents stay lines', async () => {
  const entries = ['Herons', 'Egrets and others', 'Storks'].map(
    (name, at) => `${name} ${'. '.repeat(30 - name.length)}${at + 3}`,
  );
  const { bodyText } = await read({
    content: lines(entries, 72, 720) + lines(wrapped(LONG, 400), 72, 600),
  });
  expect(bodyText.split('\n')).toHaveLength(4);
});
