// How people write queries, and what they mean.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_PHRASE_TOKENS, MAX_TERMS, parseQuery } from '#library/search/parse-query.ts';
import { isTextTerm, type Not, type Term } from '#library/search/query-tree.ts';

/** A tree in one line: words as they are, phrases in quotes, `*` at open ends. */
function written(node: Term | Not): string {
  if (node.kind === 'not') return `-${written(node.of)}`;
  if (!isTextTerm(node)) return node.kind === 'tag' ? `tag=${node.name}` : `site=${node.host}`;
  const tokens = node.tokens.join(' ') + (node.open ? '*' : '');
  return node.kind === 'phrase' ? `"${tokens}"` : tokens.replaceAll(' ', '+');
}
const parsed = (text: string) => parseQuery(text).root.of.map(written).join(' | ');

const queries: Record<string, string> = {
  'two words': 'two | words',
  '"a phrase" word': '"a phrase" | word',
  '-word -"a phrase" - minus --twice': '-word | -"a phrase" | minus | -twice',
  'pre* *fix* **': 'pre* | fix*',
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
  'lang:de OR (x AND y) NOT z': 'lang+de | or | x | and | y | not | z',
  'tag: site: word': 'word',
  '图书馆 iPhone手机 图书*': '图+书+馆 | iphone+手+机 | 图+书',
  'ภาษาไทย ก "ไทย ก" กรุง*': 'ภา+าษ+ษา+าไ+ไท+ทย | ก* | "ไท ทย ย ก*" | กร+รุ+ุง',
  'ideographic　space\ttab\nline': 'ideographic | space | tab | line',
  '!!! … -- "" “” * tag:"" - +': '',
  '': '',
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
      'ก',
      '字',
    ),
    fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const { root } = parseQuery(parts.join(''));
      expect(root.of.length).toBeLessThanOrEqual(MAX_TERMS);
      for (const node of root.of) {
        const term = node.kind === 'not' ? node.of : node;
        if (!isTextTerm(term)) continue;
        expect(term.tokens.length).toBeGreaterThan(0);
        for (const token of term.tokens) expect(token).toMatch(/^[\p{L}\p{N}\p{M}\p{Co}]+$/u);
      }
    }),
    { numRuns: 400 },
  );
});
