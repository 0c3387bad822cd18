// What reader content keeps of the structure of a text, in the ways in which pages write it.
import { describe, expect, it } from 'vitest';
import { kept } from '../../../support/kept.ts';

type Row = readonly [what: string, markup: string, kept: string];

const same = (what: string, markup: string): Row => [what, markup, markup];

describe('the structure of a text', () => {
  it.each<Row>([
    [
      'headings, without links to themselves',
      '<h2 id="a">Where they are</h2><p>They stand in the shallow water all day and wait.</p><h3>In spring<a class="anchor" href="#b" aria-hidden="true">#</a></h3><p>They nest in the tall trees beside the water and wait.</p>',
      '<h2>Where they are</h2><p>They stand in the shallow water all day and wait.</p><h3>In spring</h3><p>They nest in the tall trees beside the water and wait.</p>',
    ],
    same(
      'lists in lists, with their numbers',
      '<ol start="3"><li>Three<ul><li>a</li><li>b</li></ul></li><li value="7">Seven</li></ol>',
    ),
    [
      'lists that count down',
      '<ol reversed type="a"><li>Heron one</li><li>Heron two</li></ol>',
      '<ol reversed="" type="a"><li>Heron one</li><li>Heron two</li></ol>',
    ],
    [
      'lists of things to do',
      '<ul><li><input type="checkbox" checked disabled> Feed them</li><li><input type="checkbox" disabled> Count them</li></ul>',
      '<ul><li>☑ Feed them</li><li>☐ Count them</li></ul>',
    ],
    [
      'marks that a word processor leaves in paragraphs',
      '<p>They stand in the water<o:p>&nbsp;</o:p> all day and wait.</p><p>In <st1:place w:st="on">London</st1:place> they wait, too.</p>',
      '<p>They stand in the water all day and wait.</p><p>In London they wait, too.</p>',
    ],
    same(
      'lists of terms',
      '<dl><dt>Term</dt><dd>What it means.</dd><dt>Other</dt><dd>Else.</dd></dl>',
    ),
    [
      'lists of terms in groups',
      '<dl class="terms"><div><dt>Term</dt><dd>What it means in words.</dd></div><div><dt>Other</dt><dd>Else.</dd></div></dl>',
      '<dl><dt>Term</dt><dd>What it means in words.</dd><dt>Other</dt><dd>Else.</dd></dl>',
    ],
    [
      'quotes with who said it',
      '<blockquote cite="https://x.example"><p>Herons wait longest.</p><footer>— <cite>Old Book</cite></footer></blockquote>',
      '<blockquote><p>Herons wait longest.</p><p>— <cite>Old Book</cite></p></blockquote>',
    ],
    [
      'quotes as figures',
      '<figure class="wp-block-pullquote"><blockquote><p>Herons wait longest of all.</p><cite>Ann Lee</cite></blockquote></figure>',
      '<figure><blockquote><p>Herons wait longest of all.</p><cite>Ann Lee</cite></blockquote></figure>',
    ],
    same(
      'tables with all their parts',
      '<table><caption>Counts by year</caption><thead><tr><th scope="col">Year</th><th>Herons</th></tr></thead><tbody><tr><td>2020</td><td>12</td></tr><tr><td colspan="2">none</td></tr></tbody><tfoot><tr><td>Sum</td><td>12</td></tr></tfoot></table>',
    ),
    [
      'tables as figures',
      '<figure class="wp-block-table"><table><tbody><tr><td>2020</td><td>12 herons</td></tr></tbody></table><figcaption>Counts by year.</figcaption></figure>',
      '<figure><table><tbody><tr><td>2020</td><td>12 herons</td></tr></tbody></table><figcaption data-lectern="caption">Counts by year.</figcaption></figure>',
    ],
    [
      'figures with their words',
      '<figure><img src="https://x.example/a.jpg" alt="A heron" width="800"><figcaption>A heron. Photo: Ann</figcaption></figure>',
      '<figure><img src="https://x.example/a.jpg" alt="A heron"><figcaption data-lectern="caption">A heron. Photo: Ann</figcaption></figure>',
    ],
    [
      'words under a picture that is no figure',
      '<div class="wp-caption"><img src="https://x.example/a.jpg" alt="A heron" width="800"><p class="wp-caption-text">A heron at noon.</p></div>',
      '<p><img src="https://x.example/a.jpg" alt="A heron"></p><p data-lectern="caption">A heron at noon.</p>',
    ],
    [
      'details that are open',
      '<details open class="box"><summary>More</summary>Bare words about herons.</details>',
      '<details open=""><summary data-lectern="aside">More</summary>Bare words about herons.</details>',
    ],
    [
      'details that are not',
      '<details><summary>More of it</summary><p>Hidden words about herons that stand in the shallows.</p></details>',
      '<details><summary data-lectern="aside">More of it</summary><p>Hidden words about herons that stand in the shallows.</p></details>',
    ],
    [
      'boxes that belong to the text',
      '<aside class="admonition warning"><p>Note: herons bite when they are cornered in the shallow water.</p></aside>',
      '<p>Note: herons bite when they are cornered in the shallow water.</p>',
    ],
    same(
      'pauses and line breaks',
      '<p>One line<br>another line of herons</p><hr><p>After the break about herons.</p>',
    ),
    same('verse', '<p>O heron grey<br>&nbsp;&nbsp;that waits all day</p>'),
    same(
      'what is raised, lowered, typed and struck',
      '<p>Press <kbd>Ctrl</kbd>+<kbd>C</kbd>, see <samp>done</samp>, set <var>x</var>; H<sub>2</sub>O and x<sup>2</sup>, <del>old</del> <ins>new</ins> <s>struck</s> <mark>marked</mark> <q>quoted</q> <dfn>defined</dfn> <small>small</small> <abbr title="World Heron Organisation">WHO</abbr> <time datetime="2020-01-02">2 January</time></p>',
    ),
    same(
      'readings beside signs',
      '<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rp>(</rp><rt>じ</rt><rp>)</rp></ruby>を読む。</p>',
    ),
    [
      'readings after signs',
      '<p><ruby><rb>東</rb><rb>京</rb><rt>とう</rt><rt>きょう</rt></ruby> and herons.</p>',
      '<p><ruby>東京<rt>とう</rt><rt>きょう</rt></ruby> and herons.</p>',
    ],
    same(
      'languages and directions, block by block',
      '<p lang="ar" dir="rtl">مرحبا بالعالم هذا نص</p><blockquote lang="fr"><p>Le héron attend.</p></blockquote><p>A <span lang="de">Reiher</span> and <bdi>x</bdi> <bdo dir="rtl">abc</bdo>.</p>',
    ),
  ])('%s', (_, markup, expected) => {
    expect(kept(markup)).toBe(expected);
  });
});

describe('code', () => {
  const lines = 'let a = 1;\n  use(a);';
  const gutter = '<td class="gutter"><pre>1\n2\n</pre></td>';
  it.each<Row>([
    same('with its language', `<pre><code class="language-rust">${lines}</code></pre>`),
    [
      'coloured by highlight.js',
      '<pre><code class="hljs language-js"><span class="hljs-keyword">let</span> a = <span class="hljs-number">1</span>;\n  use(a);</code></pre>',
      `<pre><code class="language-js">${lines}</code></pre>`,
    ],
    [
      'coloured by Prism, with numbers for the eyes',
      '<pre class="language-js line-numbers"><code class="language-js"><span class="token keyword">let</span> a = 1;\n  use(a);<span aria-hidden="true" class="line-numbers-rows"><span></span><span></span></span></code></pre>',
      `<pre class="language-js"><code class="language-js">${lines}</code></pre>`,
    ],
    [
      'whose language stands on the box around it',
      `<div class="highlight highlight-source-js"><pre>${lines}</pre></div>`,
      `<pre class="language-js">${lines}</pre>`,
    ],
    [
      'in a box of three names',
      `<div class="language-ruby highlighter-rouge"><div class="highlight"><pre class="highlight"><code>${lines}</code></pre></div></div>`,
      `<pre class="language-ruby"><code>${lines}</code></pre>`,
    ],
    [
      'in a table with a column of numbers',
      `<div class="language-js"><table><tbody><tr>${gutter}<td class="code"><pre>${lines}</pre></td></tr></tbody></table></div>`,
      `<pre class="language-js">${lines}</pre>`,
    ],
    [
      'in a figure with such a table',
      `<figure class="highlight js"><table><tr>${gutter}<td class="code"><pre><span class="line">let a = 1;</span><br><span class="line">  use(a);</span></pre></td></tr></table></figure>`,
      `<figure><pre class="language-js">${lines}</pre></figure>`,
    ],
    [
      'in a table with a row for each line',
      '<table class="highlight"><tr><td class="blob-num" data-line-number="1"></td><td class="blob-code js-file-line">let a = 1;</td></tr><tr><td class="blob-num"></td><td class="blob-code js-file-line">  use(a);</td></tr></table>',
      `<pre>${lines}</pre>`,
    ],
    [
      'with a number before each line',
      '<pre class="chroma"><code class="language-js" data-lang="js"><span class="line"><span class="ln">1</span><span class="cl">let a = 1;\n</span></span><span class="line"><span class="ln">2</span><span class="cl">  use(a);</span></span></code></pre>',
      `<pre><code class="language-js">${lines}</code></pre>`,
    ],
    [
      'with a box for each line',
      '<pre><code><div class="line"><div class="code">let a = 1;</div></div><div class="line"><div class="code">  use(a);</div></div></code></pre>',
      `<pre><code>${lines}\n</code></pre>`,
    ],
    [
      'as a list of lines',
      '<pre class="prettyprint lang-js"><ol class="linenums"><li class="L0">let a = 1;</li><li class="L1">  use(a);</li></ol></pre>',
      `<pre class="language-js">${lines}\n</pre>`,
    ],
    [
      'with line breaks, and a button beside it',
      '<div class="codeBlock"><pre class="prism-code language-js"><code><span class="token-line">let a = 1;<br></span><span class="token-line">  use(a);</span></code></pre><div class="buttons"><button type="button">Copy</button></div></div>',
      `<pre class="language-js"><code>${lines}</code></pre>`,
    ],
    [
      'named for a brush',
      `<pre class="brush: js; title: ; notranslate">${lines}</pre>`,
      `<pre class="language-js">${lines}</pre>`,
    ],
  ])('%s', (_, markup, expected) => {
    expect(kept(markup)).toBe(expected);
  });

  it('is not what every table with numbers in it is', () => {
    const table =
      '<table><tbody><tr><td>1</td><td>The heron</td></tr><tr><td>2</td><td>The egret</td></tr></tbody></table>';
    expect(kept(table)).toBe(table);
  });
});
