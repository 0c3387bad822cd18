// Markdown from elsewhere: what stands above it, what is marked in it, and what was written to hurt.
import { describe, expect, test } from 'vitest';
import { Attachments } from '#library/transfer/in/markdown/attachments.ts';
import { factsAbove } from '#library/transfer/in/markdown/front-matter.ts';
import { plainMarkdown } from '#library/transfer/in/markdown/plain-markdown.ts';
import { itemOf } from '#library/transfer/in/markdown/to-item.ts';
import { never, open, writeFolder } from '../../../../support/transfer/files.ts';

describe('the lines above a text', () => {
  test.each([
    ['a number and a date stay texts', 'title: 1984\ntags: [2021-05-03, yes]'],
    ['names are written in several ways', 'Title: "1984"\nkeywords: 2021-05-03, yes'],
  ])('%s', (_, above) => {
    const { title, tags } = itemOf(factsAbove(`---\n${above}\n---\ntext`));
    expect({ title, tags }).toEqual({ title: '1984', tags: ['2021-05-03', 'yes'] });
  });

  test('tags in one line, with their marks and without', () => {
    const tagsOf = (tags: string) => itemOf(factsAbove(`---\ntags: "${tags}"\n---\n`)).tags;
    expect(tagsOf('#sea #to/do')).toEqual(['sea', 'to/do']);
    expect(tagsOf('two words, #sea')).toEqual(['two words', 'sea']);
  });

  test('a line across the page is none', () => {
    const text = '---\n\nA quincunx\n\n---\n';
    expect(factsAbove(text).body).toBe(text);
    expect(factsAbove('---\na: b\n---\ntext').body).toBe('text');
  });

  const nested = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  const aliases = Array.from(
    { length: 20 },
    (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`,
  );
  test.each([
    ['nested without an end', `deep: ${nested}`],
    ['that grow when they are read', `a0: &a0 [x, x]\n${aliases.join('\n')}`],
    ['of another kind', '__proto__: { polluted: yes }\nconstructor: 1'],
  ])('values %s are no harm, and the title is found', (_, above) => {
    const facts = factsAbove(`---\ntitle: Tide tables\n${above}\n---\ntext`);
    expect(itemOf(facts).title).toBe('Tide tables');
    expect(facts.body).toBe('text');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('marks', () => {
  test.each([
    ['==a== b ==c d==', 'a b c d', ['a', 'c d']],
    ['==**a** [b](https://c.example/)==', '**a** [b](https://c.example/)', ['a b']],
    ['==[[Tides|the tide]]==', 'the tide', ['the tide']],
    ['a == b == c, x==y, ====', 'a == b == c, x==y, ====', []],
    ['~~~\n==a==\n~~~\n==b==', '~~~\n==a==\n~~~\nb', ['b']],
    ['```\n==never closed==', '```\n==never closed==', []],
    ['![[a b.png]] ![[Note]] ![[x.png|a buoy]]', '![](<a b.png>) Note ![a buoy](<x.png>)', []],
    ['[[Tides#Low]] [[#Low]] [[]]', 'Tides #Low [[]]', []],
  ])('%s', (source, text, marked) => {
    expect(plainMarkdown(source)).toEqual({ text, marked });
  });

  test.each(['==a ', '[[a ', '![[', '`', '\n```x', '==a=', '**', '==[a]('])(
    'a long text of nothing but “%s” ends',
    (beginning) => {
      const text = `${beginning.repeat(20_000)} ==found==`;
      expect(plainMarkdown(text).text.length).toBeGreaterThan(1000);
    },
  );
});

test('pictures are found beside a text, from the root and by name, and never outside of the source', async () => {
  const source = await open(
    writeFolder({
      'a/b/note.md': '',
      'a/b/near.png': 'near',
      'c/far.png': 'far',
      'secret.txt': '',
    }),
  );
  const find = new Attachments(source).companionsOf('a/b/note.md');
  const shown = async (path: string) => Buffer.from(await find(path, never)).toString();
  expect(
    await Promise.all(['near.png', '../b/near.png', 'c/far.png', 'far.png'].map(shown)),
  ).toEqual(['near', 'near', 'far', 'far']);
  for (const path of ['../../secret.txt', '../../../etc/passwd', '/etc/hostname.png', 'none.png']) {
    await expect(shown(path)).rejects.toMatchObject({ code: 'not_found' });
  }
});
