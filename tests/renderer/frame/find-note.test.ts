// Which links lead to a footnote: by their shape, in reader content as the sanitiser leaves it.
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { backLinks, noteOf } from '../../../renderer/frame/notes/find-note.ts';

/** @returns the content, and what the first link leads to: the text of its note */
function read(html: string) {
  const { document } = parseHTML(`<!doctype html><body><article id="content">${html}</article>`);
  const content = document.querySelector('#content') as unknown as Element;
  const link = content.querySelector('a') as Element;
  const note = noteOf(link, content);
  return { content, link, note, text: note?.textContent?.trim() ?? null };
}

const filler = '<p>The lamp was lit.</p>';

describe('a note', () => {
  it.each([
    [
      'a raised number to an item that leads back',
      '<p>Lit.<sup id="page-2"><a href="#page-1">1</a></sup></p><ol><li id="page-1">A gift. <a href="#page-2">↩</a></li></ol>',
    ],
    [
      'a number in brackets, the mark raised itself',
      '<p>Lit.<a href="#page-1"><sup>[12]</sup></a></p><p id="page-1">A gift.</p>',
    ],
    ['brackets alone', '<p>Lit.<a href="#page-1">[*]</a></p><div id="page-1"><p>A gift.</p></div>'],
    [
      'a bare number to a paragraph that begins with its own place, and leads back by it',
      '<p>Lit.<a id="page-2" href="#page-1">1</a></p><p><a id="page-1" href="#page-2">1</a> A gift.</p>',
    ],
    [
      'a place of its own before the mark',
      '<p>Lit.<span id="page-2"></span><a href="#page-1">a</a></p><dl><dd id="page-1">A gift. <a href="#page-2">^</a></dd></dl>',
    ],
  ])('is %s', (_, html) => {
    expect(read(filler + html).text).toContain('A gift.');
  });

  it.each([
    ['words', '<p>See <a href="#page-1">the end</a>.</p><p id="page-1">The end.</p>'],
    ['a link out', '<p>Lit.<sup><a href="https://example.org/#1">1</a></sup></p>'],
    ['a heading', '<p>See <sup><a href="#page-1">2</a></sup></p><h2 id="page-1">Part two</h2>'],
    ['nothing there', '<p>Lit.<sup><a href="#page-9">1</a></sup></p>'],
    [
      'a number that does not lead back',
      '<p>Page <a href="#page-1">2</a></p><p id="page-1">It begins.</p>',
    ],
    [
      'the way back, to the middle of a text',
      '<ol><li id="page-1"><a href="#page-2">1</a> A gift.</li></ol><p>The lamp was lit.<sup id="page-2"><a href="#page-1">1</a></sup></p>',
    ],
    ['itself', '<p id="page-1">Lit.<sup><a href="#page-1">1</a></sup></p>'],
  ])('is not %s', (_, html) => {
    expect(read(html).text).toBeNull();
  });

  it('knows its ways back, and no other links', () => {
    const { content, link, note } = read(
      '<p id="page-5">Lit.<sup id="page-2"><a href="#page-1">1</a></sup></p><p>Again.<sup id="page-3"><a href="#page-1">1</a></sup></p><ol><li id="page-1">A gift, see <a href="#page-4">below</a>. <a href="#page-2">a</a> <a href="#page-3">b</a></li></ol><h2 id="page-4">Below</h2>',
    );
    expect(backLinks(note as Element, link, content).map((one) => one.textContent)).toEqual(['a']);
  });
});
