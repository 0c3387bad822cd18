// Footnotes of many makes: each leads to its note, and the note leads back.
import { describe, expect, it } from 'vitest';
import { prose, read } from '../../../support/read.ts';

const HERE = 'https://herons.example/a';

const page = (mark: string, notes: string) =>
  `<!doctype html><html lang="en"><head><title>Herons</title></head><body><article><p>${prose()}</p>` +
  `<p>Herons wait${mark} for their fish in shallow water, as everybody knows who has watched them once.</p>` +
  `<p>${prose(6)}</p>${notes}</article></body></html>`;

/** Where links within the page lead, by the words of the link and the text of the block at which they arrive. */
function jumps(markup: string) {
  const { html, readerText } = read(markup, { url: HERE });
  const links = [...html.matchAll(/<a href="#(page-\d+)"[^>]*>(.*?)<\/a>/gs)];
  const arrive = links.map(([, id]) => html.indexOf(` id="${id}"`));
  const back = html.indexOf('</p>', html.indexOf('Herons wait'));
  const note = html.search(/Some say otherwise/);
  return {
    links: links.length,
    /** Into the text, or to the note. */
    lead: arrive.map((at) => (at < 0 ? 'nowhere' : at > back ? 'note' : 'text')),
    hasNote: note > 0 && readerText.includes('Some say otherwise.'),
  };
}

const WORDS = 'Some say otherwise.';

describe('a footnote leads to its note, which leads back', () => {
  it.each([
    [
      'Wikipedia',
      '<sup id="cite_ref-1" class="reference"><a href="#cite_note-1"><span class="cite-bracket">[</span>1<span class="cite-bracket">]</span></a></sup>',
      `<h2>References</h2><div class="reflist"><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1" title="Jump up">^</a></b></span> <span class="reference-text">${WORDS}</span></li></ol></div>`,
    ],
    [
      'Markdown-it',
      '<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup>',
      `<hr class="footnotes-sep"><section class="footnotes"><ol class="footnotes-list"><li id="fn1" class="footnote-item"><p>${WORDS} <a href="#fnref1" class="footnote-backref">↩︎</a></p></li></ol></section>`,
    ],
    [
      'GitHub',
      '<sup><a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref="">1</a></sup>',
      `<section data-footnotes="" class="footnotes"><h2 class="sr-only" id="footnote-label">Footnotes</h2><ol><li id="user-content-fn-1"><p>${WORDS} <a href="#user-content-fnref-1" data-footnote-backref="">↩</a></p></li></ol></section>`,
    ],
    [
      'Substack',
      '<a id="footnote-anchor-1-135" href="#footnote-1-135" class="footnote-anchor">1</a>',
      `<div class="footnote"><a id="footnote-1-135" href="#footnote-anchor-1-135" class="footnote-number">1</a><div class="footnote-content"><p>${WORDS}</p></div></div>`,
    ],
    [
      'Substack, by the address of the page',
      `<a id="footnote-anchor-1-135" href="${HERE}#footnote-1-135" class="footnote-anchor">1</a>`,
      `<div class="footnote"><a id="footnote-1-135" href="${HERE}#footnote-anchor-1-135" class="footnote-number">1</a><div class="footnote-content"><p>${WORDS}</p></div></div>`,
    ],
    [
      'WordPress',
      '<sup data-fn="aa-bb" class="fn"><a href="#aa-bb" id="aa-bb-link">1</a></sup>',
      `<ol class="wp-block-footnotes"><li id="aa-bb">${WORDS} <a href="#aa-bb-link">↩︎</a></li></ol>`,
    ],
    [
      'a plug-in whose way back is drawn by style',
      `<span id="easy-1"></span><span class="easy-footnote"><a href="${HERE}#easy-bottom-1"><sup>1</sup></a></span>`,
      `<ol><li><span id="easy-bottom-1"></span>${WORDS}<a class="to-top" href="${HERE}#easy-1"></a></li></ol>`,
    ],
    [
      'by role, in a list',
      '<a href="#note1" id="ref1" role="doc-noteref">1</a>',
      `<section role="doc-endnotes"><h2>Notes</h2><ol><li id="note1" role="doc-endnote">${WORDS} <a href="#ref1" role="doc-backlink">Back</a></li></ol></section>`,
    ],
    [
      'by role, each in a box',
      '<a id="r1" href="#n1" role="doc-noteref">*</a>',
      `<aside id="n1" role="doc-footnote"><p>* ${WORDS} <a href="#r1">↩</a></p></aside>`,
    ],
    [
      'Sphinx',
      '<a class="footnote-reference brackets" href="#id2" id="id1" role="doc-noteref"><span>[</span>1<span>]</span></a>',
      `<aside class="footnote-list"><aside class="footnote" id="id2" role="doc-footnote"><span class="label"><span>[</span><a role="doc-backlink" href="#id1">1</a><span>]</span></span><p>${WORDS}</p></aside></aside>`,
    ],
    [
      'Hugo',
      '<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup>',
      `<div class="footnotes" role="doc-endnotes"><hr><ol><li id="fn:1"><p>${WORDS}&#160;<a href="#fnref:1" role="doc-backlink">&#x21a9;</a></p></li></ol></div>`,
    ],
    [
      'Word',
      '<a href="#_ftn1" name="_ftnref1" title=""><span class="MsoFootnoteReference">[1]</span></a>',
      `<div><br clear="all"><hr size="1" width="33%"><div id="ftn1"><p class="MsoFootnoteText"><a href="#_ftnref1" name="_ftn1" title=""><span>[1]</span></a> ${WORDS}</p></div></div>`,
    ],
    [
      'older pages, by names',
      '<sup><a href="#n1" name="r1">1</a></sup>',
      `<p><a name="n1"></a>1. ${WORDS} <a href="#r1">back</a></p>`,
    ],
    [
      'a list of terms',
      '<a id="r1" href="#n1">[1]</a>',
      `<dl class="footnote"><dt><a id="n1" href="#r1">[1]</a></dt><dd>${WORDS}</dd></dl>`,
    ],
    [
      'a note in the margin',
      `<label for="sn-1" class="margin-toggle sidenote-number"></label><input type="checkbox" id="sn-1" class="margin-toggle"><span class="sidenote">${WORDS}</span>`,
      '',
    ],
  ])('%s', (_, mark, notes) => {
    expect(jumps(page(mark, notes))).toEqual({
      links: 2,
      lead: ['note', 'text'],
      hasNote: true,
    });
  });

  it('and a note in the margin is out of the sentence that it stood in', () => {
    const { bodyText } = read(page(`<span class="sidenote">${WORDS}</span>`, ''), { url: HERE });
    expect(bodyText).toMatch(/Herons wait1 for their fish .*\n1 Some say otherwise\./);
  });

  it('begins with its number', () => {
    const { html } = read(
      page(
        '<a id="r1" href="#n1">1</a>',
        `<div class="footnote"><a id="n1" href="#r1">1</a><div><p>${WORDS}</p></div></div>`,
      ),
    );
    expect(html).toMatch(
      /<p[^>]*><a href="#page-\d+" id="page-\d+">1<\/a> Some say otherwise\.<\/p>/,
    );
  });
});
