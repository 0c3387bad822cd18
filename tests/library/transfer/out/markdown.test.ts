// Markdown of what we export: it says what the article says, and means nothing else.
import { marked } from 'marked';
import { expect, test } from 'vitest';
import { ownMarkdown } from '#library/notes/own-markdown.ts';
import { toMarkdown } from '#library/transfer/out/formats/markdown/to-markdown.ts';

test.each([
  ['<p>a <b>bold </b>word,<br>and <i>another</i></p>', 'a **bold** word,\\\nand *another*\n'],
  [
    '<ul><li>one<ol start="3"><li>three</li></ol></li><li><p>two</p><p>more</p></li></ul>',
    '- one\n\n  3. three\n- two\n\n  more\n',
  ],
  ['<blockquote><p>said</p><p>on</p></blockquote><hr>', '> said\n>\n> on\n\n---\n'],
  ['<pre><code class="language-js">a ``` b\n</code></pre>', '````js\na ``` b\n````\n'],
  [
    '<pre class="language-dataviewjs"><code class="language-dataviewjs">dv.x()</code></pre>',
    '```text\ndv.x()\n```\n',
  ],
  [
    '<table><tr><th>a|b</th><th><code>c|d</code></th></tr><tr><td>1</td></tr></table>',
    '| a\\|b | `c\\|d` |\n| --- | --- |\n| 1 |  |\n',
  ],
  [
    '<p>See <a href="https://a.example/x(1)">the <code>a|b</code></a><img src="assets/a.png" alt="A [b]"></p>',
    'See [the `a|b`](<https://a.example/x(1)>)![A \\[b\\]](<assets/a.png>)\n',
  ],
  [
    '<h1>Title</h1><p>- no list</p><p>1. nor here</p><p># nor *this*</p><p>==no== %%mark%%</p>',
    '## Title\n\n\\- no list\n\n1\\. nor here\n\n\\# nor \\*this\\*\n\n\\==no\\== \\%%mark\\%%\n',
  ],
  ['<p><code>= this.file</code> <code>$= dv.x()</code></p>', '\\= this.file \\$= dv.x()\n'],
])('%s', (html, expected) => {
  expect(toMarkdown(html)).toBe(expected);
});

test('no words of a page are markup to whoever reads Markdown', () => {
  const hostile =
    '&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x&gt; ![x](https://a.example/) [y](javascript:alert(1))';
  const read = marked.parse(
    toMarkdown(`<p>${hostile}</p><h2>${hostile}</h2><ul><li>${hostile}</li></ul>`),
  );
  expect(read).not.toMatch(/<(?:script|img)\b|href="javascript/);
  // The control: the same words as they were are markup.
  expect(marked.parse('<img src=x> [y](javascript:alert(1))')).toMatch(/<img.*<a/);
});

test('a note stays Markdown, and nothing in it loads or runs', () => {
  expect(ownMarkdown('# Mine\n\n*so* [x](https://a.example/)')).toBe(
    '# Mine\n\n*so* [x](https://a.example/)',
  );
  const read = marked.parse(
    ownMarkdown('<img src=x> ![y](https://a.example/p)\n\n```dataviewjs\ndv.x()\n```'),
  );
  expect(read).not.toMatch(/<img|dataviewjs/);
});
