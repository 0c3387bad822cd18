// What the extractor never gets to see, and why.
import { parse, serialize } from 'parse5';
import { describe, expect, it } from 'vitest';
import { MAX_EXTRACT_NESTING } from '#library/clip/limits.ts';
import { prepareTree } from '#library/clip/page/prepare-tree.ts';

function prepare(body: string): { html: string; dropped: Readonly<Record<string, number>> } {
  const document = parse(`<!doctype html><html><head></head><body>${body}</body></html>`);
  const dropped = prepareTree(document);
  return { dropped, html: /<body>(.*)<\/body>/s.exec(serialize(document))?.[1] ?? '' };
}

describe('preparing a tree', () => {
  it('says what it took out, and why', () => {
    expect(
      prepare(
        '<script>a</script><style>b</style><!-- c --><svg><path/></svg><nav>d</nav><div role="search">e</div><p hidden>f</p>' +
          '<p style="color: red; display:none">g</p><p aria-hidden="true">h</p><p>What stays is all of this, which is more than the rest.</p>',
      ),
    ).toEqual({
      html: '<p>What stays is all of this, which is more than the rest.</p>',
      dropped: { script: 1, style: 1, comment: 1, svg: 1, navigation: 2, hidden: 3 },
    });
  });

  it('takes nothing out of what a reader sees', () => {
    const markup =
      '<main><p class="a" id="b">c <a href="d">e</a></p><img src="f" alt="g"><table><tbody><tr><td colspan="2">h</td></tr></tbody></table></main>';
    expect(prepare(markup)).toEqual({ html: markup, dropped: {} });
  });

  it('keeps the lines of code', () => {
    expect(prepare('<pre>a<br>b</pre>').html).toBe('<pre>a\nb</pre>');
  });

  it('keeps the text below the level at which it stops', () => {
    const { html } = prepare(
      `${'<div>'.repeat(MAX_EXTRACT_NESTING + 50)}<p>one <b>two</b></p><ul><li>three</li></ul>`,
    );
    expect(html.match(/<div>/g)?.length).toBeLessThanOrEqual(MAX_EXTRACT_NESTING);
    expect(html.replace(/<[^>]*>/g, '')).toBe('one twothree');
  });
});
