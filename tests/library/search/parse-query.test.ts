// How people write queries, and what they mean.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '#library/search/parse-query.ts';
import { MAX_TERMS } from '#library/search/query-limits.ts';
import { type Leaf, type QueryNode, wantedLeaves } from '#library/search/query-tree.ts';
import { MAX_PHRASE_TOKENS } from '#library/search/read-text-term.ts';

/** A tree in one line: words as they are, phrases in quotes, `*` at open ends, groups in brackets. */
function written(node: QueryNode): string {
  switch (node.kind) {
    case 'not':
      return `-${written(node.of)}`;
    case 'all':
      return `(${node.of.map(written).join(' ')})`;
    case 'any':
      return `(${node.of.map(written).join(' OR ')})`;
    case 'near':
      return `near${node.distance}(${node.of.map(written).join(' ')})`;
    case 'filter':
      return `${node.field}=${typeof node.value === 'string' ? node.value : JSON.stringify(node.value)}`;
    default: {
      const tokens = node.tokens.join(' ') + (node.open ? '*' : '');
      const scope = node.scope === null ? '' : `${node.scope}:`;
      if (node.kind === 'phrase') return `${scope}"${tokens}"`;
      return scope + (node.kind === 'part' ? '*' : '') + tokens.replaceAll(' ', '+');
    }
  }
}
const parsed = (text: string) => parseQuery(text).root.of.map(written).join(' | ');

const queries: Record<string, string> = {
  'two words': 'two | words',
  '"a phrase" word': '"a phrase" | word',
  '-word -"a phrase" - minus --twice': '-word | -"a phrase" | minus | -twice',
  'pre* *fix* *end **': 'pre* | *fix* | *end',
  "don’t e-mail don't": 'don+t | e+mail',
  'same SAME "same" ſame': 'same',
  '“smart” ”quotes” „unten“ «là» »hier« ‹so› 「東京」 『本』 〝a〞 ＂b＂':
    '"smart" | "quotes" | "unten" | "la" | "hier" | "so" | "東 京" | "本" | "a" | "b"',
  '"unbalanced quote': '"unbalanced quote"',
  'un"balanced': 'un+balanced',
  'צה"ל 5"': 'צה+ל | 5',
  '"mixed” and “other"': '"mixed" | and | "other"',
  'tag:history TAG:News Tag:"two  words" tag:“smart” tag：中文':
    'tag=history | tag=News | tag=two words | tag=smart | tag=中文',
  '-tag:old -site:example.org': '-tag=old | -site=example.org',
  'site:example.org site:https://www.Example.net/path?q#h site:WWW.example.com:8080':
    'site=example.org | site=example.net | site=example.com',
  'site:bücher.example site:wikipedia site:www.com':
    'site=xn--bcher-kva.example | site=wikipedia | site=www.com',
  'unknown:de http://example.org/a': 'unknown+de | http+example+org+a',
  'tag: site: word': 'word',
  '图书馆 iPhone手机 图书*': '图+书+馆 | iphone+手+机 | 图+书',
  'ภาษาไทย ก "ไทย ก" กรุง*': 'ภา+าษ+ษา+าไ+ไท+ทย | ก* | "ไท ทย ย ก*" | กร+รุ+ุง',
  'ideographic　space\ttab\nline': 'ideographic | space | tab | line',
  '!!! … -- "" “” * tag:"" - +': '',
  '': '',

  'one OR two three': '(one OR two) | three',
  'one OR two OR three OR one': '(one OR two OR three)',
  'one AND two': 'one | two',
  'one (two three)': 'one | two | three',
  'one OR (two three)': '(one OR (two three))',
  '(one OR two) (three OR -four)': '(one OR two) | (three OR -four)',
  '-(one two) -(three) NOT four': '-(one two) | -three | -four',
  'NOT NOT one NOT -two': 'one | two',
  'one or two and not': 'one | or | two | and | not',
  'f(x) smile:) a) (b': 'f+x | smile | a | b',
  '(see f(x)) （eins OR zwei）': 'see | f+x | (eins OR zwei)',
  '((((deep))))': 'deep',
  'one one OR two': 'one | (one OR two)',

  'title:bridge title:"stone bridge" title:bri* title:*idg*':
    'title:bridge | title:"stone bridge" | title:bri* | title:*idg*',
  'text:a author:b note:c highlight:d': 'text:a | author:b | note:c | highlight:d',
  'title:(stone bridge OR arch) tag:(a OR "b c")':
    'title:stone | (title:bridge OR title:arch) | (tag=a OR tag=b c)',
  'title:(tag:a b)': 'tag=a | title:b',
  '-title:(a b)': '-(title:a title:b)',
  'near:5(old ship) near:(a "b c" d*) -near:2(x y)':
    'near5(old ship) | near10(a "b c" d*) | -near2(x y)',
  'near:(one) (near:3(a b) OR c)': 'one | (near3(a b) OR c)',
  'is:unread IS:Starred has:notes -has:pdf': 'is=unread | is=starred | has=note | -has=pdf',
  'url:Example.org/a lang:DE lang:german lang:Deutsch lang:pt-BR':
    'url=Example.org/a | lang=de | lang=pt-br',
};

test('reads what people write', () => {
  expect(Object.fromEntries(Object.keys(queries).map((text) => [text, parsed(text)]))).toEqual(
    queries,
  );
});

test('says what it leaves out', () => {
  const hintsOf = (text: string) => parseQuery(text).hints;
  expect(hintsOf('plain words')).toEqual([]);
  expect(hintsOf('tag: word')).toEqual(['“tag:” needs a value, as in tag:history.']);
  expect(hintsOf('tags:history')).toEqual([
    'There is no field “tags:”, so it was searched for as a word; “tag:” is one.',
  ]);
  expect(hintsOf('Titel:"of stone"')).toEqual([
    'There is no field “Titel:”, so it was searched for as a word; “title:” is one.',
  ]);
  expect(hintsOf('filetype:pdf')).toEqual([
    'There is no field “filetype:”, so it was searched for as a word.',
  ]);
  expect(hintsOf('https://example.org at 10:30 Re: this C:\\folder “is:so”')).toEqual([]);
  expect(hintsOf('site:')).toEqual(['“site:” needs a value, as in site:example.org.']);
  expect(hintsOf('a* b* word')).toEqual([
    'Not every beginning of a word was used: give more of its letters.',
  ]);
  expect(parsed('a* b* word')).toBe('a* | word');
  expect(parsed('ab* cd* ef* gh* long* longer*')).toBe('ab* | cd* | long* | longer*');

  const many = Array.from({ length: MAX_TERMS + 1 }, (_, i) => `w${i}`).join(' ');
  expect(parseQuery(many).root.of).toHaveLength(MAX_TERMS);
  expect(hintsOf(many)).toEqual([`Only the first ${MAX_TERMS} words were searched for.`]);

  const long = parseQuery(`"${'long phrase '.repeat(MAX_PHRASE_TOKENS)}" 字${'字'.repeat(100)}`);
  const lengths = long.root.of.map((term) => 'tokens' in term && term.tokens.length);
  expect(lengths).toEqual([MAX_PHRASE_TOKENS, MAX_PHRASE_TOKENS]);
  expect(long.hints).toEqual([
    `A phrase was searched for by its first ${MAX_PHRASE_TOKENS} words.`,
  ]);
});

const filters: Record<string, unknown> = {
  'words:>2000': { least: 2001, most: null },
  'words:>=2k': { least: 2000, most: null },
  'words:<1,500': { least: null, most: 1499 },
  'words:1000..2000': { least: 1000, most: 2000 },
  'words:1000..': { least: 1000, most: null },
  'words:＞１００': { least: 101, most: null },
  'progress:<50%': { least: null, most: 49 },
  'progress:100%': { least: 100, most: 100 },
};

test('reads numbers', () => {
  const read = (text: string) => {
    const [node] = parseQuery(text).root.of;
    return node?.kind === 'filter' ? node.value : null;
  };
  expect(Object.fromEntries(Object.keys(filters).map((text) => [text, read(text)]))).toEqual(
    filters,
  );
  for (const text of ['words:many', 'words:..', 'words:>', 'words:1..x', 'progress:half']) {
    expect([text, read(text), parseQuery(text).hints.length]).toEqual([text, null, 1]);
  }
});

test('takes the last order that is asked for', () => {
  expect(parseQuery('word sort:oldest -(sort:TITLE)')).toMatchObject({ sort: 'title', hints: [] });
  expect(parseQuery('word')).toMatchObject({ sort: null });
});

test('says what it did not understand, and what was done instead', () => {
  const hints: Record<string, string[]> = {
    'is:amazing word': [
      '“is:amazing” is not known and was left out. It can be unread, reading, finished, starred, archived, trashed, highlighted, duplicate.',
    ],
    'saved:tomorrow': [
      '“saved:tomorrow” is not known and was left out. Write it as in saved:"last month".',
    ],
    'before:2026-02-31': [
      '“before:2026-02-31” is not known and was left out. Write it as in before:2026-03.',
    ],
    'sort:up': [
      '“sort:up” is not known and was left out. It can be relevance, newest, oldest, longest, title.',
    ],
    'lang:klingonish': ['“lang:klingonish” is not known and was left out. Write it as in lang:de.'],
    'one OR': ['“OR” stands between two words; one is missing here, so it was not used.'],
    'AND one': ['“AND” stands between two words; one is missing here, so it was not used.'],
    'one NOT': [
      '“NOT” stands before what is to be left out; nothing follows here, so it was not used.',
    ],
    OR: [],
    'near:5': ['“near:” needs a value, as in near:5(stone bridge).'],
    'near:()': ['“near:” needs a value, as in near:5(stone bridge).'],
    'title:?!': ['“title:” needs a value, as in title:bridge.'],
    '*a*': ['“*a*” needs two letters at least; a word was searched for instead.'],
    'wo*rd': ['A star stands before or behind a word: “wo*rd” was searched for as “wo rd”.'],
    '*aa* *bb* *cc*': ['Only the first 2 parts of words were searched for.'],
    [`${'('.repeat(20)}one`]: [
      'There are too many brackets within brackets; the innermost were left out.',
    ],
    '(one "two': [],
  };
  expect(
    Object.fromEntries(Object.keys(hints).map((text) => [text, parseQuery(text).hints])),
  ).toEqual(hints);
  // Operators alone are words.
  expect([parsed('OR'), parsed('NOT'), parsed('AND OR'), parsed('(OR)')]).toEqual([
    'or',
    'not',
    'and | or',
    'or',
  ]);
});

test('shows what each stretch of the text means', () => {
  const parts = (text: string) =>
    parseQuery(text).parts.map(({ from, to, kind, label }) => [text.slice(from, to), kind, label]);
  expect(parts('old "stone  bridge" -tag:"two words" is:what OR (title:a sort:newest)')).toEqual([
    ['old', 'text', 'old'],
    ['"stone  bridge"', 'text', '"stone bridge"'],
    ['-tag:"two words"', 'filter', 'not tag: two words'],
    ['is:what', 'unknown', 'is: what'],
    ['OR', 'operator', 'OR'],
    ['(', 'operator', '('],
    ['title:a', 'filter', 'title: a'],
    ['sort:newest', 'filter', 'sort: newest'],
    [')', 'operator', ')'],
  ]);
  expect(parts('NOT near:3(a b) -(c) …')).toEqual([
    ['NOT near:3(a b)', 'text', 'NOT near:3(a b)'],
    ['-(', 'operator', '-('],
    ['c', 'text', 'c'],
    [')', 'operator', ')'],
  ]);
});

test('any text is a query, and its tokens hold nothing that means something to FTS5', () => {
  const part = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom(
      '"',
      '“',
      '「',
      '-',
      '*',
      'tag:',
      'site:',
      '(',
      ')',
      ' ',
      '^',
      'NEAR(',
      'near:2(',
      ' OR ',
      'NOT ',
      'title:',
      'words:>',
      'saved:',
      'sort:',
      'is:un',
      '7d',
      'ก',
      '字',
    ),
    fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      const query = parseQuery(text);
      const leaves = wantedLeaves(query.root).flatMap((leaf): readonly Leaf[] =>
        leaf.kind === 'near' ? leaf.of : [leaf],
      );
      for (const leaf of leaves) {
        if (leaf.kind === 'filter' || leaf.kind === 'near') continue;
        expect(leaf.tokens.length).toBeGreaterThan(0);
        for (const token of leaf.tokens) expect(token).toMatch(/^[\p{L}\p{N}\p{M}\p{Co}]+$/u);
      }
      let at = 0;
      for (const { from, to } of query.parts) {
        expect([from >= at, to > from, to <= text.length]).toEqual([true, true, true]);
        at = to;
      }
    }),
    { numRuns: 400 },
  );
});
