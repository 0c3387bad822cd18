// What a query can go on as at the caret: names, values, and what the library holds.
import { describe, expect, test } from 'vitest';
import { Completions } from '#contract/types/search.ts';
import { placeAt } from '#library/search/completion-place.ts';
import { vocabularyBuild } from '#library/search/vocabulary-build.ts';
import { makeSearchable, shown } from './searchable.ts';

/** The caret stands at `|`. */
const caretIn = (marked: string) => ({ text: marked.replace('|', ''), caret: marked.indexOf('|') });

test('knows what is being typed', () => {
  const at = (marked: string) => {
    const { text, caret } = caretIn(marked);
    const place = placeAt(text, caret);
    return place && [place.field, place.typed, text.slice(place.from, place.to)];
  };
  const expected: Record<string, unknown> = {
    'old bri|': [null, 'bri', 'bri'],
    'old br|idge boat': [null, 'br', 'bridge'],
    '|old': [null, '', 'old'],
    'old |': null,
    '-tag:hi|': ['tag', 'hi', 'hi'],
    'tag:|': ['tag', '', ''],
    'tag:| word': ['tag', '', ''],
    'ta|g:x': null,
    'tag:"two w|': ['tag', 'two w', '"two w'],
    'tag:"two w|ords" more': ['tag', 'two w', '"two words"'],
    'title:(stone bri|)': ['title', 'bri', 'bri'],
    'tag:(a OR b|) c': ['tag', 'b', 'b'],
    'tag:(a) b|': [null, 'b', 'b'],
    'near:5(old sh|': ['near', 'sh', 'sh'],
    '(is:un|': ['is', 'un', 'un'],
    'unknown:x|': [null, 'unknown:x', 'unknown:x'],
    '|': null,
  };
  expect(Object.fromEntries(Object.keys(expected).map((one) => [one, at(one)]))).toEqual(expected);
});

describe('offers', () => {
  async function library() {
    const searchable = await makeSearchable({
      Bridges: { text: 'Stone bridges.', tags: ['History', 'two words'], site: 'blog.example.org' },
      Rivers: { text: 'Stone stairs.', tags: ['history', 'prehistory'], site: 'example.org' },
      Gardens: { text: 'Roses.', tags: ['he said "no"'], site: 'example.org' },
      Gone: { text: 'Nothing.', tags: ['hidden'], site: 'example.com' },
    });
    const { client } = searchable.context;
    const [gone] = (await searchable.search('title:gone')).hits;
    if (!gone) throw new Error('The control finds nothing.');
    await client['articles.trash']({ uids: [gone.article.uid], trashed: true });
    const offered = async (marked: string) => {
      const { text, caret } = caretIn(marked);
      const found = await client['search.complete']({ text, caret });
      expect(Completions.parse(found)).toEqual(found);
      return found.items.map(({ insert, kind, count }) =>
        count === null ? `${kind} ${insert}` : `${kind} ${insert} ${count}`,
      );
    };
    return { ...searchable, offered };
  }

  test('names of fields, and values that say which field they belong to', async () => {
    const { offered } = await library();
    expect(await offered('ti|')).toEqual(['field title:']);
    expect(await offered('-TA|')).toEqual(['field tag:']);
    expect(await offered('star|')).toEqual(['value is:starred']);
    expect(await offered('ne|')).toEqual(['field near:(']);
    expect(await offered('zzz|')).toEqual([]);
    expect(await offered('a |')).toEqual([]);
  });

  test('values of fields', async () => {
    const { offered } = await library();
    expect(await offered('is:un|')).toEqual(['value unread']);
    expect(await offered('has:|')).toEqual(
      ['note', 'highlight', 'image', 'code', 'table', 'pdf', 'text'].map(
        (value) => `value ${value}`,
      ),
    );
    expect(await offered('saved:last|')).toEqual(['value "last month"', 'value "last year"']);
    expect(await offered('sort:o|')).toEqual(['value oldest']);
    expect(await offered('lang:ger|')).toEqual(['value de']);
    expect(await offered('is:unread|')).toEqual([]);
  });

  test('tags and sites with how many articles have them', async () => {
    const { offered, find } = await library();
    expect(await offered('tag:hi|')).toEqual(['tag History 2', 'tag prehistory 1']);
    expect(await offered('tag:"two|')).toEqual(['tag "two words" 1']);
    expect(await offered('tag:he|')).toEqual(['tag «he said "no"» 1']);
    expect(await find('tag:«he said "no"»')).toEqual(['Gardens']);
    expect(await offered('site:www.Exam|')).toEqual(['site example.org 2']);
    expect(await offered('site:b|')).toEqual(['site blog.example.org 1']);
  });

  test('words of the library, and parts of them find what holds them', async () => {
    const { offered, find, search, context } = await library();
    // Without a vocabulary, a part is looked up as a word.
    expect(await find('*ridg*')).toEqual([]);
    const build = vocabularyBuild(context.db);
    while (!build.step());
    expect(await offered('sto|')).toEqual(['word stone 2']);
    expect(await offered('title:riv|')).toEqual(['word rivers 1']);
    expect(await offered('s|')).toEqual(['field site:', 'field saved:', 'field sort:']);
    expect((await find('*st*')).sort()).toEqual(['Bridges', 'Rivers']);
    expect(await find('*ridg*')).toEqual(['Bridges']);
    expect(await find('*airs')).toEqual(['Rivers']);
    expect(await find('*air')).toEqual([]);
    expect(await find('stone -*ridg*')).toEqual(['Rivers']);
    const [hit] = (await search('*ridg*')).hits;
    expect(shown(hit?.passages[0]?.parts ?? [])).toBe('Stone b[ridg]es.');
  });

  test('anything at all, to any text', async () => {
    const { context } = await library();
    for (const text of [
      '"',
      '((((',
      'tag:"',
      '-',
      '\0',
      '\ud800',
      'near:',
      'tag:%',
      `tag:${'x'.repeat(99_000)}`,
    ]) {
      for (const caret of [0, 1, text.length, 1_000_000]) {
        const found = await context.client['search.complete']({ text, caret });
        expect(found.from).toBeLessThanOrEqual(found.to);
        expect(found.to).toBeLessThanOrEqual(text.length);
      }
    }
  });
});
