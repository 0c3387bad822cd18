// What is a page, what a text, and what is neither: told by content first, by name second.
import { describe, expect, it } from 'vitest';
import { LibraryError } from '#contract/errors.ts';
import { detectKind } from '#library/clip/page/detect-kind.ts';
import { pageInput } from '../../../support/read.ts';

const bytes = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));
const kindOf = (content: string, name: string | null = null) =>
  detectKind(pageInput(bytes(content), { name }));

function refusal(content: string, name: string | null = null): string {
  try {
    return kindOf(content, name);
  } catch (error) {
    return error instanceof LibraryError ? `${error.code}: ${error.message}` : String(error);
  }
}

describe('what something is', () => {
  it.each([
    ['<!doctype html><p>x', null, 'html'],
    ['\n  <HTML><body>x', null, 'html'],
    ['<p>Hello', null, 'html'],
    ['<!-- saved from url=(0020)https://x.example/ -->\n<html>', null, 'html'],
    ['<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', null, 'html'],
    ['Hello, world', null, 'text'],
    ['if a < b and b > c', null, 'text'],
    ['From: <Saved by Blink>\r\n', 'a.mhtml', 'mhtml'],
    ['Subject: <p>\nContent-Type: multipart/related;\n type="text/html"\n', 'a.html', 'mhtml'],
    ['bplist00\xd1\0', 'a.webarchive', 'webarchive'],
    ['<?xml version="1.0"?>\n<plist><dict><key>WebMainResource</key>', null, 'webarchive'],
    ['# Words\n\nand <b>words</b>', 'a.md', 'markdown'],
    ['<!doctype html><p>x', 'a.markdown', 'html'],
    ['no markup at all', 'page.htm', 'html'],
    ['no markup at all', 'page.XHTML', 'html'],
    ['Use the <p> element for paragraphs.', 'notes.txt', 'text'],
    ['<!DOCTYPE html><html><p>x', 'notes.txt', 'html'],
    ['\xff\xfe<\0p\0>\0x\0', null, 'html'],
    ['\xfe\xff\0<\0p\0>\0x', null, 'html'],
    ['\xef\xbb\xbf<p>x', null, 'html'],
    ['\x1b$B!!\x1b(B', null, 'text'],
  ])('%j named %j is %s', (content, name, kind) => {
    expect(kindOf(content, name)).toBe(kind);
  });

  it('is what the caller says, where the caller says it', () => {
    expect(detectKind(pageInput('Hello', { kind: 'html' }))).toBe('html');
    expect(detectKind(pageInput('<p>Hello', { kind: 'text' }))).toBe('text');
  });

  it('is a PDF by its first bytes, whatever the caller says', () => {
    for (const kind of ['auto', 'html', 'text', 'pdf'] as const) {
      expect(detectKind(pageInput('%PDF-1.7 …', { kind, name: 'a.html' }))).toBe('pdf');
    }
    expect(detectKind(pageInput('\ufeff\n%PDF-1.4'))).toBe('pdf');
    expect(detectKind(pageInput('<p>%PDF-1.4 is how a PDF begins.'))).toBe('html');
    expect(() => detectKind(pageInput('<p>Sorry', { kind: 'pdf', name: 'a.pdf' }))).toThrow(
      '“a.pdf” was sent as a PDF, but is none.',
    );
  });

  it.each([
    [
      '\x89PNG\r\n\x1a\n',
      null,
      'unsupported_type: What was handed over looks like a PNG image. Lectern reads web pages, PDFs and plain texts.',
    ],
    [
      '\xff\xd8\xff\xe0',
      'a.txt',
      'unsupported_type: “a.txt” looks like a JPEG image. Lectern reads web pages, PDFs and plain texts.',
    ],
    [
      'PK\x03\x04',
      'a.docx',
      'unsupported_type: “a.docx” looks like a zip archive (or an office document or e-book, which are zip archives inside). Lectern reads web pages, PDFs and plain texts.',
    ],
    [
      'RIFF\0\0\0\0WEBP',
      null,
      'unsupported_type: What was handed over looks like a WebP image. Lectern reads web pages, PDFs and plain texts.',
    ],
    [
      '\0\0\0\x1cftypmp42',
      null,
      'unsupported_type: What was handed over looks like a video file. Lectern reads web pages, PDFs and plain texts.',
    ],
    [
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">',
      null,
      'unsupported_type: What was handed over looks like an SVG image. Lectern reads web pages, PDFs and plain texts.',
    ],
    [
      Array.from({ length: 256 }, (_, at) => String.fromCharCode(at)).join(''),
      'a',
      'unsupported_type: “a” looks like a binary file. Lectern reads web pages, PDFs and plain texts.',
    ],
    [
      '\0\0\0\0\0\0\0\0',
      'a.html',
      'unsupported_type: “a.html” looks like a binary file. Lectern reads web pages, PDFs and plain texts.',
    ],
    ['', 'a.html', 'nothing_to_read: “a.html” is empty: there is nothing to read in it.'],
  ])('refuses %j', (content, name, message) => {
    expect(refusal(content, name)).toBe(message);
  });
});
