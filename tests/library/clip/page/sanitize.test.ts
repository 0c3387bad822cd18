// The door: nothing that runs, loads or sends comes through, and what comes through does not change when it is read again.
import fc from 'fast-check';
import { parseFragment, serialize } from 'parse5';
import { describe, expect, it } from 'vitest';
import { sanitizeHtml } from '#library/clip/page/sanitize.ts';
import { dangersIn } from '../../../support/dangers.ts';
import { sharedJson } from '../../../support/shared-data.ts';

const clean = (html: string): string => sanitizeHtml(html).html;

/** What must hold of everything that ever comes out. */
function expectSafe(payload: string): void {
  const out = clean(payload);
  expect.soft(dangersIn(out), payload).toEqual([]);
  expect.soft(serialize(parseFragment(out)), `parsed and serialised: ${payload}`).toBe(out);
  expect.soft(clean(out), `sanitised again: ${payload}`).toBe(out);
}

const PAYLOADS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href="java\nscript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href=" \u0001javascript:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="vbscript:x">x</a><a href="blob:https://x.example/1">y</a><a href="file:///etc/passwd">z</a>',
  '<a href="//x.example/y">protocol-relative</a><a href="/y">relative</a><a href="#top">other id</a>',
  '<a href="https://x.example" target=_blank ping="https://spy.example" name=location>x</a>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<svg><p><style><g title="</style><img src=x onerror=alert(1)>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<xmp><p title="</xmp><img src=x onerror=alert(1)>"></xmp>',
  '<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>',
  '<template><script>alert(1)</script></template>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object><embed src="https://x.example/a.swf">',
  '<link rel=stylesheet href="https://x.example/a.css"><style>@import "https://x.example/a.css"</style>',
  '<meta http-equiv=refresh content="0;url=https://x.example">',
  '<base href="https://x.example/">',
  '<p style="background:url(https://x.example/p.gif)">x</p>',
  '<video poster="https://x.example/p.gif"><source src="https://x.example/v.mp4"></video>',
  '<table background="https://x.example/p.gif"><tr><td background="x">y</table>',
  '<img src="https://x.example/p.gif">',
  '<img srcset="https://x.example/p.gif 2x">',
  '<img src="asset:1" srcset="https://x.example/p.gif 2x" alt="a">',
  '<input type=image src="https://x.example/p.gif"><button formaction="javascript:alert(1)">x</button>',
  '<p id="__proto__">x</p><p id=location>y</p><a name=body>z</a><p constructor=1 __proto__=2>w</p>',
  '<details ontoggle=alert(1) open>x</details>',
  '<div data-lectern="caption" data-lectern-x="1" data-x="2">x</div><div data-lectern="evil">y</div>',
  '<a href=1><a href=2><table><a href=3><tr><td><a href=4>x',
  '<table><tr><p>one<td><b><p>two</b>three</table></p>',
  '<p><b><i><p>x</i>y</b>z',
  '<b><em><foo><foo><aside></b>',
  '<a><div></a><a>x',
  '<pre>\n\n\n\n\n\n\n\n\n\nx</pre>',
  '<ul><li><ul><li>a</ul><p>b<li>c</ul>',
  '<p><ul><li>x</ul></p>',
  '<h1><h2>x</h1>',
  '<ruby>漢<rt>かん<rp>(</ruby>',
  '<select><option><p>x',
  '<select><svg><option><style></select><img src=x onerror=alert(1)>',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<!--><script>alert(1)</script>-->',
  '<!DOCTYPE x><?php echo 1 ?>',
  '<scr\0ipt>alert(1)</scr\0ipt>',
  '<p>\0\ud800\ufffe</p>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&amp;lt;img src=x&gt;',
  `${'<b>'.repeat(400)}x`,
  `${'<div><a href=x>'.repeat(200)}y`,
  '<plaintext><p>x</p>',
  '</p></br></div>x',
  '<time datetime="2024-01-01" onclick=x>x</time><ol start="3" type="a" reversed><li value=5>x</ol>',
];

describe('the sanitiser', () => {
  it('is tested by a detector that finds something in most of the payloads', () => {
    const harmful = PAYLOADS.filter((payload) => dangersIn(payload).length > 0);
    expect(harmful.length).toBeGreaterThan(35);
  });

  it.each(PAYLOADS.map((payload) => [payload]))('lets nothing through of payload %#', (payload) => {
    expectSafe(payload);
  });

  it('keeps structure, links, pictures and our marks, and drops everything else of them', () => {
    const html =
      '<h2 id="page-1" class="x" lang="de">Titel</h2><p dir="rtl" align="left">a <a href="https://x.example/?a=1&amp;b=2" title="t" rel="x">b</a> ' +
      '<a href="mailto:x@y.example">c</a> <a href="#page-1">d</a></p><figure><img src="asset:0" alt="A &quot;b&quot;" width="1">' +
      '<figcaption data-lectern="caption">e</figcaption></figure><pre class="x language-js"><code class="language-js">f  g\n h</code></pre>' +
      '<table><caption>i</caption><tbody><tr><th scope="row" colspan="2">j</th><td rowspan="x">k</td></tr></tbody></table><ol start="3"><li value="5">l</li></ol><hr><p>m<br>n</p>';
    expect(clean(html)).toBe(
      '<h2 id="page-1" lang="de">Titel</h2><p dir="rtl">a <a href="https://x.example/?a=1&amp;b=2" title="t">b</a> ' +
        '<a href="mailto:x@y.example">c</a> <a href="#page-1">d</a></p><figure><img src="asset:0" alt="A &quot;b&quot;">' +
        '<figcaption data-lectern="caption">e</figcaption></figure><pre><code class="language-js">f  g\n h</code></pre>' +
        '<table><caption>i</caption><tbody><tr><th scope="row" colspan="2">j</th><td>k</td></tr></tbody></table><ol start="3"><li value="5">l</li></ol><hr><p>m<br>n</p>',
    );
  });

  it('keeps the text of elements that it drops, unless it is no text', () => {
    expect(
      clean(
        '<font>a</font><center>b</center><blink>c</blink><script>d</script><style>e</style><custom-x>f</custom-x>',
      ),
    ).toBe('abcf');
  });

  it('always writes pictures in one form', () => {
    expect(clean('<img alt="x" src="asset:3"><img src=asset:4><img alt="y">')).toBe(
      '<img src="asset:3" alt="x"><img src="asset:4" alt="">',
    );
  });

  it('holds for any string', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<a href="https://x.example">',
      '</a>',
      '<table>',
      '</table>',
      '<tr>',
      '<td>',
      '<ul>',
      '<li>',
      '</ul>',
      '<pre>',
      '\n',
      '<svg>',
      '</svg>',
      '<math>',
      '<mtext>',
      '<style>',
      '</style>',
      '<script>',
      '</script>',
      '<!--',
      '-->',
      '<select>',
      '<option>',
      '<form>',
      '<template>',
      '</template>',
      '<title>',
      '<h1>',
      '<img src=x onerror=y>',
      '<img src="asset:1" alt="z">',
      '<noscript>',
      '<textarea>',
      '</textarea>',
      '<button>',
      '<ruby>',
      '<rt>',
      '<br/>',
      '&lt;',
      '&nbsp;',
      '\u00a0',
      '\0',
      'text',
      ' ',
      '"',
      "'",
      '<',
      '>',
      '&',
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            { weight: 5, arbitrary: piece },
            { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
          ),
          { maxLength: 40 },
        ),
        (pieces) => {
          const out = clean(pieces.join(''));
          expect(dangersIn(out)).toEqual([]);
          expect(serialize(parseFragment(out))).toBe(out);
          expect(clean(out)).toBe(out);
        },
      ),
      { numRuns: 600 },
    );
  });
});

describe('the sanitiser over known attacks', () => {
  const payloadsOf = (name: string): string[] => {
    const cases = sharedJson(`${name}/dev.json`);
    if (!Array.isArray(cases)) return [];
    return cases.map((one: string | { payload: string }) =>
      typeof one === 'string' ? one : one.payload,
    );
  };
  for (const name of ['dompurify', 'html5sec', 'owasp', 'html5lib']) {
    const payloads = payloadsOf(name);
    it.skipIf(payloads.length === 0)(`lets nothing through of ${name}`, () => {
      // The control: the detector has something to find here.
      expect(payloads.filter((payload) => dangersIn(payload).length > 0).length).toBeGreaterThan(
        payloads.length * 0.2,
      );
      for (const payload of payloads) expectSafe(payload);
    });
  }
});
