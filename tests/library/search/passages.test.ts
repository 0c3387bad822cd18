// Passages: of the original text, whatever the script, cut where a reader would cut.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findMarks, markAll } from '#library/search/mark-text.ts';
import type { Needle } from '#library/search/needles.ts';
import { tokensOf } from '#library/search/normalise.ts';
import { PASSAGE_LENGTH } from '#library/search/passage.ts';
import { beginningOf, passagesOf } from '#library/search/passages.ts';
import { TextToSearch } from '#library/search/text-to-search.ts';
import { makeCorpus } from '../../support/corpus.ts';
import { vocabularies } from '../../support/corpus-words.ts';
import { needlesOf, plain, shown } from './searchable.ts';

const findPassage = (text: string, needles: readonly Needle[]) =>
  passagesOf(new TextToSearch(text), needles, 1).passages[0] ?? null;
const snippet = (text: string, query: string): string | null => {
  const found = findPassage(text, needlesOf(query));
  return found && shown(found.parts);
};

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

test('begins and ends with sentences and blocks, not with titles and initials', () => {
  const far = filler(60);
  const start = (text: string) =>
    snippet(`${far} ${text} ${far}`, 'word')?.replace(/(?: lorem)+…?$/, '');
  expect({
    heading: start('end\nA heading\nFirst line with a word'),
    item: start('end.\nOne item\nA word'),
    title: start('end. Yesterday Dr. Lee said a word'),
    initials: start('end. Here J. R. Lee said a word'),
    german: start('Ende. Es kam z. B. ein word'),
    question: start('Really? A word'),
    chinese: start('完。新的 word'),
    quoted: start('end.” A word'),
  }).toEqual({
    heading: 'First line with a [word]',
    item: 'A [word]',
    title: 'Yesterday Dr. Lee said a [word]',
    initials: 'Here J. R. Lee said a [word]',
    german: 'Es kam z. B. ein [word]',
    question: 'A [word]',
    chinese: '新的 [word]',
    quoted: 'A [word]',
  });
  expect(snippet(`A word.\n${filler(20)}\nSecond heading\n${far}`, 'word')).toBe(
    `A [word]. ${filler(20)} Second heading`,
  );
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

const shownAll = (text: string, query: string, most = 3) => {
  const { passages, more } = passagesOf(new TextToSearch(text), needlesOf(query), most);
  return { passages: passages.map(({ parts }) => shown(parts)), more };
};

test('shows up to three places, the best first, and counts the others', () => {
  const place = (words: string) => `${filler(60)}. ${words}. `;
  const text = ['One ship', 'An old boat', 'The old ship', 'Old again', 'A ship more', 'Ships']
    .map(place)
    .join('');
  const found = shownAll(text, 'old ship');
  expect(found.passages.map((passage) => passage.slice(0, 16))).toEqual([
    'The [old] [ship]',
    'One [ship]. lore',
    'An [old] boat. l',
  ]);
  expect(found.more).toBe(2);
  expect(shownAll(text, 'old ship', 1).more).toBe(4);
  expect(shownAll('one two three', 'two')).toEqual({ passages: ['one [two] three'], more: 0 });
  expect(shownAll('one two three', 'four')).toEqual({ passages: [], more: 0 });
  // What another passage shows already says less than what none shows.
  const twice = shownAll([place('Old'), place('Old'), place('Ship')].join(''), 'old ship', 2);
  expect(twice.passages.map((passage) => passage.slice(0, 6)).sort()).toEqual(['[Old].', '[Ship]']);
});

test('counts the words in another spelling, too', () => {
  const far = filler(80);
  expect(
    shownAll(`Strasse. ${far} Straße. ${far} STRASSE. ${far} Straße.`, 'strasse'),
  ).toMatchObject({ passages: { length: 3 }, more: 1 });
  expect(shownAll(`Ein Haus. ${far} Straße. ${far}`, 'haus strasse').passages).toHaveLength(2);
});

test('is found by parts of words as well', () => {
  expect(snippet('A text with Großstraßen in it.', '*strasse*')).toBe(
    'A text with Groß[straße]n in it.',
  );
});

test('passages lie apart, in order of worth, where they say', () => {
  const word = fc.constantFrom(
    'old',
    'ship',
    'lorem',
    'Straße',
    'strasse',
    '. ',
    '\n\n',
    '字',
    'กก',
    '…',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 600 }), (words) => {
      const text = words.join(' ');
      const needles = needlesOf('old ship strasse 字');
      const { passages, more } = passagesOf(new TextToSearch(text), needles, 3);
      expect(passages.length).toBeLessThanOrEqual(3);
      let places = 0;
      const stretches = passages.map(({ parts, start }) => {
        const first = parts.findIndex((part) => part.marked);
        expect(tokensOf(text.slice(start, start + 20))[0]).toBe(
          tokensOf(parts[first]?.text ?? '')[0],
        );
        places += parts.filter((part) => part.marked).length;
        return [start, start + plain(parts.slice(first)).length] as const;
      });
      for (const [from, to] of stretches) {
        const others = stretches.filter(([start]) => start !== from);
        for (const [start, end] of others) expect(start >= to - 2 || end - 2 <= from).toBe(true);
      }
      // Each place is shown or counted, but for other spellings where there are very many.
      const total = findMarks(text, needles).length;
      expect(places + more).toBeLessThanOrEqual(total);
      expect(places + more).toBeGreaterThanOrEqual(Math.min(total, 11));
    }),
    { numRuns: 200 },
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
