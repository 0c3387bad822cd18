// Comparing texts: what is kept, added and removed reads as a person would say it, puts both texts together again, and ends
// in time whatever they are.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ComparedTexts, compareTexts } from '#library/snapshots/compare/compare-texts.ts';

/** `the [-old-]{+new+} word`, a paragraph a line. */
const said = ({ paragraphs }: ComparedTexts) =>
  paragraphs.map(({ runs }) =>
    runs
      .map(({ kind, text }) => {
        if (kind === 'kept') return text;
        return kind === 'added' ? `{+${text}+}` : `[-${text}-]`;
      })
      .join(''),
  );
const side = ({ paragraphs }: ComparedTexts, kind: 'added' | 'removed') =>
  paragraphs
    .map(({ runs }) =>
      runs
        .filter((run) => run.kind === kind || run.kind === 'kept')
        .map(({ text }) => text)
        .join(''),
    )
    .filter((text) => text.trim() !== '');
const squeezed = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
const linesOf = (text: string) => text.split('\n').map(squeezed).filter(Boolean);

describe('two texts', () => {
  it.each<[string, string, string, string[]]>([
    ['the same', 'One.\nTwo.', 'One.\n\nTwo.', ['One.', 'Two.']],
    [
      'a word',
      'The old owl sat still.',
      'The young owl sat still.',
      ['The [-old-]{+young+} owl sat still.'],
    ],
    [
      'a phrase is one change',
      'It was the longest night of that year, and cold.',
      'It was one short day of that year, and cold.',
      ['It was [-the longest night-]{+one short day+} of that year, and cold.'],
    ],
    ['an end', 'The owl sat', 'The owl sat still.', ['The owl sat{+ still.+}']],
    [
      'a paragraph between',
      'The first one.\nThe last one.',
      'The first one.\nSomething else was put here.\nThe last one.',
      ['The first one.', '{+Something else was put here.+}', 'The last one.'],
    ],
    [
      'a paragraph gone',
      'The first one.\nSomething else was put here.\nThe last one.',
      'The first one.\nThe last one.',
      ['The first one.', '[-Something else was put here.-]', 'The last one.'],
    ],
    [
      'one changed after one that is new',
      'The ferry goes at nine in the morning.',
      'A whole new beginning.\nThe ferry goes at ten in the morning.',
      ['{+A whole new beginning.+}', 'The ferry goes at [-nine-]{+ten+} in the morning.'],
    ],
    [
      'another text',
      'Owls are quick.',
      'Tea grows on hills.',
      ['[-Owls are quick.-]', '{+Tea grows on hills.+}'],
    ],
    ['nothing before', '', 'A text.', ['{+A text.+}']],
    ['nothing after', 'A text.', ' \n', ['[-A text.-]']],
    ['white space alone', 'A  text\twith spaces.', 'A text with spaces.', ['A text with spaces.']],
    [
      'a number',
      'It cost 1.250,00 € then.',
      'It cost 1.300,00 € then.',
      ['It cost [-1.250-]{+1.300+},00 € then.'],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(said(compareTexts(from, to))).toEqual(expected);
  });

  it('of a script without spaces differ by words, and never within a character', () => {
    const chinese = said(compareTexts('我们昨天去了图书馆看书。', '我们今天去了图书馆看书。'));
    expect(chinese).toHaveLength(1);
    expect(chinese[0]).toMatch(/^我们\[-昨天-\]\{\+今天\+\}去了/);
    const family = '👨‍👩‍👧';
    expect(said(compareTexts(`We are ${family} here`, 'We are 👨‍👩‍👦 here'))).toEqual([
      `We are [-${family}-]{+👨‍👩‍👦+} here`,
    ]);
  });

  it('count the words that came and went', () => {
    const { addedWords, removedWords, isCoarse } = compareTexts(
      'The old owl sat.\nGone now.',
      'The very young owl sat.',
    );
    expect([addedWords, removedWords, isCoarse]).toEqual([2, 3, false]);
  });

  it('are both there in what is said of them', () => {
    const word = fc.constantFrom(
      'the',
      'owl',
      'sat',
      'still',
      'and',
      'mouse',
      'ran',
      '夜',
      'é',
      '🦉',
    );
    const line = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (from, to) => {
        const compared = compareTexts(from, to);
        expect(side(compared, 'removed').map(squeezed)).toEqual(linesOf(from));
        expect(side(compared, 'added')).toEqual(to.split('\n').filter((one) => one.trim() !== ''));
        const same = linesOf(from).join('\n') === linesOf(to).join('\n');
        expect(compared.paragraphs.every(({ kind }) => kind === 'kept')).toBe(same);
      }),
      { numRuns: 300 },
    );
  });
});

describe('200,000 words', () => {
  const words = (seed: number, count: number) => {
    let state = seed;
    return Array.from({ length: count }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return `w${(state >>> 8) % 5000}`;
    });
  };
  const paragraphs = (list: readonly string[], length: number) => {
    const lines: string[] = [];
    for (let at = 0; at < list.length; at += length)
      lines.push(list.slice(at, at + length).join(' '));
    return lines;
  };

  it.each<[string, () => [string, string], (compared: ComparedTexts) => void]>([
    [
      'with a word changed in each paragraph',
      () => {
        const lines = paragraphs(words(1, 200_000), 50);
        return [
          lines.join('\n'),
          lines.map((line) => line.replace(/ w\d+/, ' changed')).join('\n'),
        ];
      },
      ({ addedWords, removedWords, paragraphs: all }) => {
        expect([addedWords, removedWords]).toEqual([4000, 4000]);
        expect(all.every(({ kind }) => kind === 'changed')).toBe(true);
      },
    ],
    [
      'with nothing in common',
      () => [
        paragraphs(words(1, 60_000), 50).join('\n'),
        paragraphs(words(2, 60_000), 50).join('\n').replaceAll('w', 'x'),
      ],
      ({ addedWords, removedWords }) =>
        expect([addedWords, removedWords]).toEqual([60_000, 60_000]),
    ],
    [
      'in one paragraph, shuffled',
      () => [words(1, 200_000).join(' '), words(1, 200_000).toSorted().join(' ')],
      ({ isCoarse, paragraphs: all }) => {
        expect(isCoarse).toBe(true);
        expect(all).toHaveLength(1);
      },
    ],
    [
      'of one line again and again',
      () => [
        'The same.\n'.repeat(100_000),
        `${'The same.\n'.repeat(60_000)}Another.\n${'The same.\n'.repeat(40_000)}`,
      ],
      ({ addedWords, removedWords }) => expect([addedWords, removedWords]).toEqual([1, 0]),
    ],
  ])('%s', (_, texts, check) => {
    // That it ends at all is what is tested: without its bounds each of these takes minutes.
    const [from, to] = texts();
    check(compareTexts(from, to));
  });
});
