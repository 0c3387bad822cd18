// Passages and marks: in the original text, whatever the script, cut where a reader would cut.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { needleOf } from '#library/search/needles.ts';
import { tokensOf } from '#library/search/normalise.ts';
import { parseQuery } from '#library/search/parse-query.ts';
import { PASSAGE_LENGTH } from '#library/search/passage.ts';
import { isTextTerm } from '#library/search/query-tree.ts';
import { beginningOf, findPassage, markAll } from '#library/search/snippets.ts';
import { makeCorpus } from '../../support/corpus.ts';
import { vocabularies } from '../../support/corpus-words.ts';
import { makeSearchable, plain, shown } from './searchable.ts';

const needlesOf = (query: string) =>
  parseQuery(query).root.of.flatMap((node) =>
    isTextTerm(node as never) ? [needleOf(node as never)] : [],
  );
const marked = (text: string, query: string): string => shown(markAll(text, needlesOf(query)));
const snippet = (text: string, query: string): string | null => {
  const found = findPassage(text, needlesOf(query));
  return found && shown(found.parts);
};

test('marks whole words as they stand in the text', () => {
  expect({
    accents: marked('Ein Café am Fluß, CAFÉ, Cafés', 'cafe fluss'),
    sharpS: marked('Die Straße', 'strasse'),
    decomposed: marked('cafe\u0301 noir', 'café'),
    turkish: marked('IŞIK ışık Isik', 'ışık'),
    greek: marked('ΟΔΟΣ, οδός', 'οδος'),
    russian: marked('Ребёнок и ребенок', 'РЕБЕНОК'),
    arabic: marked('قرأ كِتَابًا كتابا', 'كتابا'),
    hebrew: marked('שָׁלוֹם שלום', 'שלום'),
    hindi: marked('दिन और दान', 'दिन'),
    apostrophe: marked("don’t, don't, dont", "don't"),
    softHyphen: marked('a co\u00adoperative', 'cooperative'),
    ligature: marked('oﬃce', 'office'),
    notParts: marked('art party Art.', 'art'),
    fullWidth: marked('ＡＢＣ abc', 'abc'),
    supplementary: marked('𝐀𝐁 字𠀋字', 'ab 𠀋字'),
  }).toEqual({
    accents: 'Ein [Café] am [Fluß], [CAFÉ], Cafés',
    sharpS: 'Die [Straße]',
    decomposed: '[cafe\u0301] noir',
    turkish: '[IŞIK] [ışık] [Isik]',
    greek: '[ΟΔΟΣ], [οδός]',
    russian: '[Ребёнок] и [ребенок]',
    arabic: 'قرأ [كِتَابًا] [كتابا]',
    hebrew: '[שָׁלוֹם] [שלום]',
    hindi: '[दिन] और दान',
    apostrophe: "[don’t], [don't], dont",
    softHyphen: 'a [co\u00adoperative]',
    ligature: '[oﬃce]',
    notParts: '[art] party [Art].',
    fullWidth: '[ＡＢＣ] [abc]',
    supplementary: '[𝐀𝐁] 字[𠀋字]',
  });
});

test('marks phrases as one, runs and beginnings exactly', () => {
  expect({
    phrase: marked('of  the\nsea, of the, the of', '"of the"'),
    overlapping: marked('one two three', '"one two" "two three"'),
    beginning: marked('bridges and Bridge, abridged', 'bridg*'),
    chinese: marked('北京图书馆和图书', '图书'),
    japanese: marked('東京都のﾃﾞｰﾀ、データ', '京都 データ'),
    thai: marked('ภาษาไทยภาษา', 'ภาษา'),
    oneThai: marked('กรุงเทพ', 'ก'),
    burmese: marked('ရန်ကုန်မြို့', 'မြို့'),
    korean: marked('한국어 도서관에서', '한국어 도서관*'),
    mixed: marked('使用iPhone手机。', 'iphone手机'),
    negative: marked('one two', 'one -two'),
    nothing: marked('one two', 'three'),
    empty: marked('', 'three'),
  }).toEqual({
    phrase: '[of  the]\nsea, [of the], the of',
    overlapping: '[one two three]',
    beginning: '[bridg]es and [Bridg]e, abridged',
    chinese: '北京[图书]馆和[图书]',
    japanese: '東[京都]の[ﾃﾞｰﾀ]、[データ]',
    thai: '[ภาษา]ไทย[ภาษา]',
    oneThai: '[ก]รุงเทพ',
    burmese: 'ရန်ကုန်[မြို့]',
    korean: '[한국어] [도서관]에서',
    mixed: '使用[iPhone手机]。',
    negative: '[one] two',
    nothing: 'one two',
    empty: '',
  });
});

const filler = (words: number) => Array.from({ length: words }, () => 'lorem').join(' ');

test('shows a passage around what was found', () => {
  expect(snippet('Short text with a word in it.', 'word')).toBe('Short text with a [word] in it.');
  expect(snippet(`${filler(60)}. Here stands a word, you see. ${filler(60)}`, 'word')).toBe(
    `Here stands a [word], you see. ${filler(31)}…`,
  );
  const amid = snippet(`${filler(60)} word ${filler(60)}`, 'word') ?? '';
  expect(amid).toMatch(/^…(lorem ){9}\[word\]( lorem){26}…$/);
  expect(amid.length).toBeLessThanOrEqual(PASSAGE_LENGTH + 4);
  expect(snippet(`${filler(60)}\n\n\tword\n\n  end ${filler(3)}`, 'word')).toBe(
    `[word] end ${filler(3)}`,
  );
  expect(snippet('nothing of it', 'word')).toBe(null);
});

test('shows the place where the words stand together', () => {
  const text = `old things. ${filler(80)} ship things. ${filler(80)}. The old ship sails. ${filler(80)} old`;
  expect(snippet(text, 'old ship')).toMatch(/^The \[old\] \[ship\] sails\. lorem/);
  expect(snippet(text, '"old ship"')).toMatch(/^The \[old ship\] sails\. lorem/);
});

test('finds the passage also where the text spells the words differently', () => {
  const far = filler(4000);
  expect(snippet(`${far}. Une œuvre cachée. ${far}`, 'oeuvre')).toMatch(/^Une \[œuvre\] cachée\./);
  expect(snippet(`${far}. co\u00adop. ${far}`, 'coop')).toMatch(/^\[co\u00adop\]\. lorem/);
  expect(snippet(`${far}. قرأ كِتَابًا. ${far}`, 'كتابا')).toMatch(/^قرأ \[كِتَابًا\]\. lorem/);
  expect(snippet(`${'データ。'.repeat(500)}ガギ。${'データ。'.repeat(500)}`, 'ｶﾞｷﾞ')).toMatch(
    /\[ガギ\]/,
  );
});

test('begins with the beginning where nothing stands in the text', () => {
  expect(shown(beginningOf('  First sentence. Second.\n'))).toBe('First sentence. Second.');
  expect(shown(beginningOf(`One. ${filler(100)}`))).toBe(`One. ${filler(35)}…`);
  expect(beginningOf(' \n ')).toEqual([]);
});

/** What a passage must be a piece of. */
const spaced = (text: string): string => text.replace(/\s+/g, ' ');
const withoutEllipses = (text: string): string => text.replace(/^…|…$/g, '');

test('a passage is a piece of the text, and its marks are what was asked for', () => {
  const corpus = makeCorpus(3, Object.keys(vocabularies));
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  for (let i = 0; i < 120; i++) {
    const { text, lang } = corpus.article(i);
    const words = text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
    const whole = words[Math.floor(words.length * 0.7)] as string;
    const isUnspaced = ['zh', 'ja', 'th', 'lo', 'km', 'my'].includes(lang);
    const characters = [...graphemes.segment(whole)].map(({ segment }) => segment);
    const word = characters.slice(0, isUnspaced ? 6 : 40).join('');
    const found = findPassage(text, needlesOf(word))?.parts;
    if (!found) throw new Error(`${lang}: “${word}” is not found in its text.`);
    const passage = withoutEllipses(plain(found));
    expect(spaced(text)).toContain(passage);
    expect(passage.length).toBeLessThanOrEqual(PASSAGE_LENGTH + 50);
    expect(found.some((part) => part.marked)).toBe(true);
    for (const part of found) {
      expect(part.text).not.toBe('');
      if (!part.marked) continue;
      // The last token of a run is its last character, and a sign that belongs to it may follow in the text.
      const end = isUnspaced ? tokensOf(word).length - 1 : undefined;
      expect(tokensOf(part.text).slice(0, end)).toEqual(tokensOf(word).slice(0, end));
    }
    const borders = new Set([...graphemes.segment(spaced(text))].map(({ index }) => index));
    const from = spaced(text).indexOf(passage);
    expect([passage, borders.has(from)]).toEqual([passage, true]);
    const to = from + passage.length;
    expect([passage, borders.has(to) || to === spaced(text).length]).toEqual([passage, true]);
  }
});

test('never tears a character or a text apart, whatever it holds', () => {
  const part = fc.oneof(
    fc.constantFrom(
      'a',
      ' ',
      '. ',
      '\n\n',
      '字',
      'ก',
      'ิ',
      '\u0301',
      '👨‍👩‍👧',
      '🇩🇪',
      '\r\n',
      'ß',
      'word',
      ' word ',
    ),
    fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
  );
  const needles = needlesOf('word ss ก 字');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 400 }), (parts) => {
      const text = parts.join('');
      expect(plain(markAll(text, needles))).toBe(text);
      const found = findPassage(text, needles)?.parts;
      // Nothing found is a piece of any text.
      expect(spaced(text)).toContain(withoutEllipses(plain(found ?? [])));
    }),
    { numRuns: 200 },
  );
});

test('shows title and passage of every hit', async () => {
  const { search } = await makeSearchable({
    'The Straße': {
      text: `${filler(50)}. Lange Straße, kurzer Weg. Ende.`,
      excerpt: 'What it is about.',
    },
    'Other title': { text: 'Nothing here.', excerpt: 'What it is about.', tags: ['strasse'] },
    'Title Strasse': { text: 'Nothing here either.', excerpt: 'What it is about.' },
    'Strasse without excerpt': { text: `Beginning. ${filler(60)}`, excerpt: '' },
  });
  const hits = async (query: string) =>
    (await search(query)).hits
      .map(({ title, passages }) => [shown(title), ...passages.map(({ parts }) => shown(parts))])
      .sort((a, b) => (String(a) < String(b) ? -1 : 1));
  expect(await hits('strasse')).toEqual([
    ['The [Straße]', 'Lange [Straße], kurzer Weg. Ende.'],
    ['Title [Strasse]', 'What it is about.'],
    ['[Strasse] without excerpt', `Beginning. ${filler(34)}…`],
  ]);
  expect(await hits('tag:strasse')).toEqual([['Other title', 'What it is about.']]);
});
