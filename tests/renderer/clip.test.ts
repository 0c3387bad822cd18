// What a paste or a drop stands for.
import { describe, expect, it } from 'vitest';
import { linksIn, sourcesOf } from '../../renderer/features/clip/clip-source.ts';
import { sourcesAmong } from '../../renderer/features/clip/dropped.ts';
import { readPaste } from '../../renderer/features/clip/pasted.ts';

const placed = (...paths: string[]) =>
  paths.map((path) => ({ path, file: new File([path], path.split('/').at(-1) ?? path) }));

const shapeOf = (paths: string[], alone = false) =>
  sourcesAmong(placed(...paths), alone).map((source) =>
    source.kind === 'file'
      ? { name: source.file.name, companions: source.companions.map((one) => one.at) }
      : source,
  );

describe('text', () => {
  it('is links where every word of it is one', () => {
    expect(linksIn(' https://a.example/x?y=1 \n http://b.example ')).toEqual([
      'https://a.example/x?y=1',
      'http://b.example',
    ]);
    expect(linksIn('https://a.example https://a.example')).toEqual(['https://a.example']);
  });

  it.each(['see https://a.example', 'javascript:alert(1)', 'file:///etc/passwd', 'https://', ''])(
    '%j is no link',
    (text) => {
      expect(linksIn(text)).toEqual([]);
    },
  );

  it('keeps its formatting, and is nothing when it is empty', () => {
    expect(sourcesOf('words', '<p>words</p>')).toEqual([
      { kind: 'pasted', text: 'words', html: '<p>words</p>' },
    ]);
    expect(sourcesOf('  ', null)).toEqual([]);
  });
});

describe('files', () => {
  it('brings each page the files of its folder, which are no articles', () => {
    const paths = ['in/page.html', 'in/page_files/a.png', 'in/page_files/ad.html', 'in/other.txt'];
    expect(shapeOf(paths)).toEqual([
      { name: 'page.html', companions: ['page_files/a.png', 'page_files/ad.html'] },
      { name: 'other.txt', companions: [] },
    ]);
  });

  it.each(['_files', '-Dateien', '_archivos', '_bestanden', '_pliki', '_ファイル'])(
    'knows the folder by the browser’s own word: %s',
    (end) => {
      expect(shapeOf(['p.html', `p${end}/a.html`])).toEqual([
        { name: 'p.html', companions: [`p${end}/a.html`] },
      ]);
    },
  );

  it('leaves out what cannot be read, unless it came alone', () => {
    expect(shapeOf(['a.exe', 'b.htm', 'c.PDF'])).toEqual([
      { name: 'b.htm', companions: [] },
      { name: 'c.PDF', companions: [] },
    ]);
    expect(shapeOf(['a.exe'], true)).toEqual([{ name: 'a.exe', companions: [] }]);
  });

  it('takes zips, but none in a folder', () => {
    expect(shapeOf(['a.zip', 'in/b.zip', 'in/c.html'])).toEqual([
      { name: 'a.zip', companions: [] },
      { name: 'c.html', companions: [] },
    ]);
  });

  it('takes a folder that belongs to no page as any other', () => {
    expect(shapeOf(['lost_files/a.html'])).toEqual([{ name: 'a.html', companions: [] }]);
  });
});

describe('a paste', () => {
  const paste = (texts: Record<string, string>, ...types: string[]) => {
    const files = types.map((type) => new File(['x'], 'x', { type }));
    const data = { files, getData: (type: string) => texts[type] ?? '' };
    return readPaste(data as unknown as DataTransfer, (html) => html.replace(/<[^>]*>/g, ''));
  };

  it('is rich where it has formatted words, unless they are links', () => {
    const html = '<p>words</p>';
    expect(paste({ 'text/plain': 'words', 'text/html': html })).toEqual({
      kind: 'rich',
      text: 'words',
      html,
    });
    expect(paste({ 'text/html': html })).toEqual({ kind: 'rich', text: 'words', html });
    expect(paste({ 'text/plain': 'words' }).kind).toBe('plain');
    expect(paste({ 'text/plain': 'https://a.example', 'text/html': html }).kind).toBe('plain');
  });

  it('of words with a picture is the words', () => {
    expect(paste({ 'text/plain': 'words' }, 'image/png').kind).toBe('plain');
  });

  it('of a picture and nothing else is known, however it comes', () => {
    expect(paste({}, 'image/png').kind).toBe('picture');
    expect(paste({ 'text/html': '<img src="https://a.example/b.png">' }).kind).toBe('picture');
    expect(paste({ 'text/html': '<img src="a.png">' }, 'image/png').kind).toBe('picture');
    expect(paste({}).kind).toBe('plain');
  });

  it('of files is those files', () => {
    expect(paste({}, 'text/html', 'application/pdf')).toMatchObject({ kind: 'files' });
  });
});
