// No text breaks a search: whatever is asked, an answer comes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SearchPage } from '#contract/types/search.ts';
import { searchWithHelp as search } from '#library/search/search-instead.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { sharedJson } from '../../support/shared-data.ts';
import { expectAnswers, longQuery } from './hostile-query.ts';
import { makeSearchable } from './searchable.ts';

// biome-ignore format: one kind per line
const hostile = [
  // FTS5's own language
  '"', '""', '"""', '*', '^word', 'word^', 'word +', '+', '- -', 'NOT', 'AND', 'OR word', 'word NOT', 'a AND', '(',
  ')', '(((word', 'word)))', 'NEAR(one two, 3)', 'NEAR(', 'title:word', '{title body}: word', 'title : "word"',
  '- title:word', '"word" *', '"word" + "word"', 'rank:word', 'search_index:word', 'rowid:1', "'; DROP TABLE article; --",
  "' OR 1=1 --", '%', '_', '\\', '\\"', '"\\"', '?', '?1', ':name', '@x', '$y', '/* */', '--', 'x\0y', '\0',
  // the language of this search
  'tag:', 'tag:"', 'tag:""', 'tag:tag:', '-tag:', '--', '-"', '-""', '-*', 'site:', 'site:"', 'site:[', 'site:http://',
  'site:%00', 'site:xn--', 'site:.', 'site:..', `site:${'.'.repeat(500)}`, 'tag:\0', "tag:'", 'tag:%', 'site:%', 'site:_',
  'OR', 'AND', 'NOT', 'OR OR', 'NOT NOT', 'NOT OR AND', '()', '(((', ')))', '(OR)', '-(', '-()', '(-', '(a', 'a)', '(a OR', 'a OR )',
  'near:', 'near:(', 'near:5(', 'near:99999(a b)', 'near:5(near:5(a b) c)', 'near:(tag:x "y z" a*)', 'title:', 'title:(', 'title:"',
  'title:(tag:(site:(', 'author:*', 'note:**', 'text:*a', 'highlight:-x', 'is:', 'is:"', 'is:(unread OR starred)', 'has:(', 'has:\0',
  'before:', 'after:0000', 'saved:>', 'saved:9999-12-31', 'saved:9999y', 'saved:..', 'published:1000', 'read:last', 'words:', 'words:>',
  'words:99999999999999999999', 'words:>999999999999999', 'progress:%', 'progress:>100%', 'sort:', 'sort:(', 'lang:', 'lang:*', 'url:', 'url:%',
  'url:(', '*', '**', '*a', '*a*', '*\0*', '*字*', '*e-mail*', 'a*b', '*a*b*', 'is:trashed', '-is:trashed', 'is:trashed OR a', '（a）', 'tag：（a',
  // text that is none
  '\ud800', '\udc00\ud800', '\ufffe', '\uffff', '\u202e\u2066', '\ufeff', '\u200b', '\u0301', `e${'\u0301'.repeat(500)}`,
  '👨‍👩‍👧‍👦', '🏳️‍🌈', '🇩🇪', '﷽', 'ﷺ', '\u{e0041}', '\u{10ffff}', '\u{f0000}', '𝐛𝐨𝐥𝐝', '½', '①', '™',
];

/** One of each kind; all of them are in hostile.slow.test.ts. */
const longOnes = ['"', 'OR ', 'a* ', '\0', 'tag:x ', '字', 'ก', '((a ', '*ab* ', 'word '].map(
  longQuery,
);

test('answers queries that are no queries', async () => {
  const { context } = await makeSearchable({
    Control: { text: 'A word and another, OR not.', tags: ['x'], site: 'x.y' },
    Long: longOnes.join(' '),
  });
  expectAnswers(context, [...hostile, ...longOnes]);
  expect(search(context, 'another "or not"', { limit: 20 }).total).toBe(1);
});

test('bounds what it makes of brackets, however deep', async () => {
  const { find, search } = await makeSearchable({ Control: 'A word and another.' });
  const deep = `${'('.repeat(10_000)}word${')'.repeat(10_000)}`;
  expect(await find(deep)).toEqual(['Control']);
  expect(await find(`${deep} another`)).toEqual(['Control']);
  expect(await find(`${deep} nothing`)).toEqual([]);
  expect(await find(`${'(word '.repeat(10_000)}`)).toEqual(['Control']);
  expect(await find(`${'(word OR '.repeat(5000)}`)).toEqual(['Control']);
  expect((await search(deep)).hint).toMatch(/^There are too many brackets/);
});

test('finds distinct words among any number of others', async () => {
  const { find } = await makeSearchable({ Control: 'A word and another.' });
  const words = Array.from({ length: 20_000 }, (_, i) => `w${i}`)
    .join(' ')
    .slice(0, 90_000);
  expect(await find(`word ${words}`)).toEqual([]);
  expect(await find(`word ${'word '.repeat(15_000)}`)).toEqual(['Control']);
});

test('answers every string of the big list of naughty strings', async ({ skip }) => {
  const strings = sharedJson('blns/dev.json') as string[] | null;
  if (!strings) return skip();
  const { context } = await makeSearchable({ Control: strings.join('\n\n') });
  let found = 0;
  for (const text of strings) {
    const page = search(context, text, { limit: 20 });
    expect([text, SearchPage.safeParse(page).error]).toEqual([text, undefined]);
    found += page.total;
  }
  expect(found).toBeGreaterThan(strings.length / 2);
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        ...Array.from('ab cB "-*:.\n'),
        'é',
        'e\u0301',
        'ß',
        'İ',
        'ก',
        'กิ',
        '字',
        'が',
        '한',
        'tag:',
        'title:',
        'is:',
        'OR ',
        'NOT ',
        'near:2(',
        '(',
        ')',
        '“',
        '\0',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join('')),
);

test('any query over any texts is answered, with marks that leave the text as it is', async () => {
  const { context } = await makeSearchable({});
  fc.assert(
    fc.property(anyText, anyText, anyText, (title, text, query) => {
      const { id } = insertWholeArticle(context, { title, text });
      for (const asked of [query, text, title]) {
        const page = search(context, asked, { limit: 5 });
        expect(SearchPage.safeParse(page).error).toBe(undefined);
        for (const hit of page.hits) {
          expect(hit.title.map((part) => part.text).join('')).toBe(hit.article.title);
        }
      }
      context.db.prepare('DELETE FROM search_index WHERE rowid = ?').run(id);
    }),
    { numRuns: 250 },
  );
});

test('any word of any text finds it', async () => {
  const { context } = await makeSearchable({});
  fc.assert(
    fc.property(anyText, anyText, (title, text) => {
      const { id, uid } = insertWholeArticle(context, { title, text });
      const words = `${title} ${text}`.split(/\p{White_Space}+/u).filter(isAskable);
      for (const word of words.slice(0, 8)) {
        const found = search(context, word, { limit: 200 }).hits.map(({ article }) => article.uid);
        expect([word, found.includes(uid)]).toEqual([word, true]);
      }
      context.db.prepare('DELETE FROM search_index WHERE rowid = ?').run(id);
    }),
    { numRuns: 250 },
  );
});

/** Begins as a word does, and is no operator. The half-width voice marks are letters by name, but marks by nature. */
const isAskable = (word: string): boolean =>
  /^[\p{L}\p{N}]/u.test(word) &&
  !/^[\uff9e\uff9f]/.test(word) &&
  !/^(\p{L}+)[:：]/iu.test(word) &&
  !/^(OR|AND|NOT)$/.test(word) &&
  !/[*＊]$/.test(word);
