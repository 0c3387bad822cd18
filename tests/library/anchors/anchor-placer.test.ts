// Anchors are found again where their words are, exactly, and nowhere else.
import { describe, expect, it } from 'vitest';
import type { Anchor } from '#contract/types/anchor.ts';
import { anchorPlacer } from '#library/anchors/anchor-placer.ts';
import { describeRange } from '#library/anchors/describe-range.ts';

const HERONS =
  'Herons stand in shallow water and wait. They fish alone, most often at dawn, and they hardly move.';
const OWLS =
  'Owls listen. A barn owl finds a mouse under the snow by its ears alone, in complete darkness.';
const STORKS =
  'Storks carry messages in old tales, and frogs in new ones. A pair comes back to the same roof every year.';
const TEXT = [HERONS, OWLS, STORKS].join('\n');

/** The anchor of some words of a text. */
function anchorOf(text: string, words: string): Anchor {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in the text`);
  return describeRange(text, start, start + words.length);
}

/** The words that an anchor made in one text has in another; null where it is lost. */
function placedIn(after: string, words: string, before = TEXT): string | null {
  const placement = anchorPlacer(after)(anchorOf(before, words));
  return placement.kind === 'placed' ? after.slice(placement.start, placement.end) : null;
}

describe('a quote that is still there', () => {
  it.each([
    ['nothing changed', TEXT, 'fish alone', 'fish alone'],
    ['text before it', `A new first line.\n${TEXT}`, 'fish alone', 'fish alone'],
    ['its paragraph moved', [STORKS, HERONS, OWLS].join('\n'), OWLS, OWLS],
    ['a word beside it changed', TEXT.replace('They', 'Storks'), 'fish alone', 'fish alone'],
    [
      'a word within changed',
      TEXT.replace('shallow', 'deep'),
      'stand in shallow water',
      'stand in deep water',
    ],
    [
      'a word put in within',
      TEXT.replace('shallow', 'very shallow'),
      'stand in shallow water',
      'stand in very shallow water',
    ],
    [
      'a word left out within',
      TEXT.replace('shallow ', ''),
      'stand in shallow water',
      'stand in water',
    ],
    [
      'the first word changed',
      TEXT.replace('Herons', 'Bitterns'),
      'Herons stand in shallow water',
      'stand in shallow water',
    ],
    [
      'the last word changed',
      TEXT.replace('water', 'ponds'),
      'stand in shallow water',
      'stand in shallow',
    ],
    [
      'a word at its end spelt another way',
      TEXT.replace('messages', 'mesages'),
      'Storks carry messages',
      'Storks carry mesages',
    ],
    ['text put in before it', TEXT.replace('They', 'Then they'), 'fish alone', 'fish alone'],
    [
      'its paragraph was split',
      TEXT.replace('wait. They', 'wait.\nThey'),
      'and wait. They fish',
      'and wait.\nThey fish',
    ],
    [
      'its paragraphs were joined',
      TEXT.replace('move.\nOwls', 'move. Owls'),
      'hardly move.\nOwls listen',
      'hardly move. Owls listen',
    ],
    [
      'its paragraphs were joined without a space',
      TEXT.replace('move.\nOwls', 'move.Owls'),
      'hardly move.\nOwls listen',
      'hardly move.Owls listen',
    ],
    [
      'a paragraph was put in within',
      [HERONS, STORKS.replace('tales', 'books'), OWLS].join('\n'),
      `${HERONS}\n${OWLS}`,
      [HERONS, STORKS.replace('tales', 'books'), OWLS].join('\n'),
    ],
  ])('%s', (_, after, words, found) => {
    expect(placedIn(after, words)).toBe(found);
  });

  it.each([
    ['white space', 'and  wait.\n  They\u00a0fish'],
    ['soft hyphens and zero-width characters', 'and wa\u00adit. Th\u200bey fi\u2060sh'],
    ['case', 'AND WAIT. They Fish'],
    ['a double-escaped space', 'and&nbsp;wait. They&amp;nbsp;fish'],
  ])('in another form: %s', (_, form) => {
    expect(placedIn(TEXT.replace('and wait. They fish', form), 'and wait. They fish')).toBe(form);
  });

  it.each([
    ['ligatures', 'the office of the fifth floor', 'the oﬃce of the ﬁfth ﬂoor'],
    ['quotation marks', 'he said “no” and ‘yes’', 'he said «no» and "yes"'],
    ['two apostrophes for a quotation mark', 'he said “no” and left', "he said ''no'' and left"],
    ['dashes', 'long – very long', 'long — very long'],
    ['marks as characters of their own', 'un caf\u00e9 noir', 'un cafe\u0301 noir'],
    ['entities', 'salt & pepper < “all”', 'salt &amp; pepper &lt; &ldquo;all&#8221;'],
    ['full width', 'in 2026 ABC', 'in ２０２６ ＡＢＣ'],
    ['an Arabic ligature', 'الطلاب في', 'الطﻼب في'],
  ])('in another form: %s', (_, words, form) => {
    const around = (middle: string) => `${HERONS} ${middle} ${OWLS}`;
    expect(placedIn(around(form), words, around(words))).toBe(form);
  });
});

describe('a quote that is gone', () => {
  const lost = (after: string, words: string, before = TEXT) =>
    anchorPlacer(after)(anchorOf(before, words));

  it('is lost, with the line in which it stood for a guess', () => {
    const after = TEXT.replace('They fish alone, ', '');
    const placement = lost(after, 'They fish alone, ');
    expect(placement).toEqual({ kind: 'lost', guess: { start: 0, end: after.indexOf('\n') } });
  });

  it('is not taken for a similar one', () => {
    const list = (numbers: readonly number[]) =>
      numbers.map((n) => `In the year ${n} the ferry carried ${n * 7} people.`).join('\n');
    const placement = lost(
      list([1901, 1903]),
      'In the year 1902 the ferry',
      list([1901, 1902, 1903]),
    );
    expect(placement.kind).toBe('lost');
  });

  it('is not taken for the same word elsewhere', () => {
    const before = `${TEXT}\nAn owl waits for water, too.`;
    expect(lost(TEXT, 'water,', before).kind).toBe('lost');
    // Control: the same word is found while it is there.
    expect(placedIn(`One more line.\n${before}`, 'water,', before)).toBe('water,');
  });

  it('has no guess where nothing is left of it', () => {
    expect(lost('千里之行，始于足下。', 'fish alone')).toEqual({ kind: 'lost', guess: null });
  });
});

describe('a quote that stands in several places', () => {
  const refrain = (name: string) =>
    `${name} sang. And everybody sang along until the morning came.`;

  it('is told apart by its context', () => {
    const verses = [HERONS, OWLS, STORKS].map((verse) => `${verse}\nSo sang everybody.`);
    const before = verses.join('\n');
    const start = before.lastIndexOf('So sang', before.indexOf('Storks'));
    const anchor = describeRange(before, start, start + 'So sang everybody'.length);
    const after = verses.toReversed().join('\n');
    expect(anchorPlacer(after)(anchor)).toMatchObject({
      kind: 'placed',
      start: after.indexOf('So sang', after.indexOf('Owls')),
    });
  });

  it('is lost where its context decides nothing', () => {
    const names = 'Anna Bert Cleo Dora Emil Fred Gina Hans Ines Jörg Karl Lena Mona Nora Olaf Paul';
    const long = names.split(' ').map(refrain).join('\n');
    const start = long.indexOf('everybody', long.indexOf('Hans'));
    const anchor = describeRange(long, start, start + 'everybody sang along'.length);
    const after = long.replaceAll(/[A-Z][^ ]+ sang/g, 'Somebody sang');
    const placement = anchorPlacer(after)(anchor);
    expect(placement.kind).toBe('lost');
    expect(placement).toHaveProperty('guess.start', expect.any(Number));
  });
});

describe('a short quote', () => {
  it.each([
    ['of Chinese', '他们在河边种了很多树，每年春天都有花。', '种了', '种了'],
    [
      'that is a number',
      'The bridge was built in 42 days by 300 people from four towns.',
      '42',
      '42',
    ],
  ])('%s needs its context', (_, before, words, found) => {
    const anchor = anchorOf(before, words);
    const moved = `${HERONS} ${before}`;
    const placement = anchorPlacer(moved)(anchor);
    expect(placement.kind === 'placed' && moved.slice(placement.start, placement.end)).toBe(found);
    expect(anchorPlacer(`${HERONS} ${found} ${OWLS}`)(anchor).kind).toBe('lost');
  });
});

describe('scripts without spaces, marks, emoji', () => {
  it.each([
    ['Thai', 'แมวนอนอยู่บนหลังคาบ้านในตอนเช้า นกบินผ่านไปทางทิศใต้', 'หลังคาบ้าน', 'หลังคา|บ้าน'],
    [
      'Japanese',
      '昨日は図書館で古い地図を見つけた。とても大きかった。',
      '古い地図を',
      '古い|地図を',
    ],
    ['Hebrew', 'הספרייה נפתחת בבוקר ונסגרת בערב בכל יום', 'נפתחת בבוקר', 'נפתחת| בבוקר'],
    [
      'emoji',
      'We all 👩‍👩‍👧‍👦 went 🇩🇪🇫🇷 to the sea and swam 👍🏽 all day',
      '👩‍👩‍👧‍👦 went 🇩🇪🇫🇷',
      '👩‍👩‍👧‍👦| went 🇩🇪🇫🇷',
    ],
  ])('%s', (_, before, words, cut) => {
    const changed = cut.replace('|', '\u200b');
    const after = `${OWLS}\n${before.replace(words, changed)}`;
    expect(placedIn(after, words, before)).toBe(changed);
  });
});
