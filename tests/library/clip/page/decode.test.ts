// Bytes to text: what a page says about its encoding, in the order in which browsers believe it, and what it looks like.
import { describe, expect, it } from 'vitest';
import { decode } from '#library/clip/page/decode.ts';

const latin = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));
const hex = (bytes: string): Uint8Array =>
  Uint8Array.from(bytes.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
const concat = (...parts: Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));
const utf16 = (text: string, endian: 'le' | 'be'): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((character) => {
      const unit = character.charCodeAt(0);
      return endian === 'le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255];
    }),
  );

/** “日本語” in the older encodings of Japanese. */
const SHIFT_JIS = '93fa967b8cea';
const EUC_JP = 'c6fccbdcb8ec';

/** All that the Encoding Standard knows, but those that only say “do not decode”, and UTF-16, in which this is no ASCII. */
const ENCODINGS = (
  'UTF-8 IBM866 ISO-8859-2 ISO-8859-3 ISO-8859-4 ISO-8859-5 ISO-8859-6 ISO-8859-7 ISO-8859-8 ISO-8859-8-I ISO-8859-10 ' +
  'ISO-8859-13 ISO-8859-14 ISO-8859-15 ISO-8859-16 KOI8-R KOI8-U macintosh windows-874 windows-1250 windows-1251 ' +
  'windows-1252 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257 windows-1258 x-mac-cyrillic GBK gb18030 ' +
  'Big5 EUC-JP ISO-2022-JP Shift_JIS EUC-KR'
).split(' ');

describe('a declared encoding', () => {
  it.each<[string, Uint8Array, string | null, string, string]>([
    [
      'UTF-8 by its mark, whatever is said',
      concat(hex('efbbbf'), latin('<meta charset=koi8-r>'), hex('c3a9')),
      'windows-1251',
      'UTF-8',
      '<meta charset=koi8-r>é',
    ],
    ['UTF-16 LE by its mark', concat(hex('fffe'), utf16('<p>é', 'le')), null, 'UTF-16LE', '<p>é'],
    [
      'UTF-16 BE by its mark',
      concat(hex('feff'), utf16('<p>é', 'be')),
      'utf-8',
      'UTF-16BE',
      '<p>é',
    ],
    [
      'the transport before the page',
      concat(latin('<meta charset=utf-8>'), hex('e9')),
      'windows-1252',
      'windows-1252',
      '<meta charset=utf-8>é',
    ],
    [
      'an unknown label counts as none',
      concat(latin('<meta charset=utf-8>'), hex('c3a9')),
      'klingon-8',
      'UTF-8',
      '<meta charset=utf-8>é',
    ],
    [
      'a label that only says “do not decode” counts as none',
      concat(latin('<p>'), hex('c3a9')),
      'hz-gb-2312',
      'UTF-8',
      '<p>é',
    ],
    [
      'meta',
      concat(latin('<meta charset="shift_jis"><p>'), hex(SHIFT_JIS)),
      null,
      'Shift_JIS',
      '<meta charset="shift_jis"><p>日本語',
    ],
    [
      'meta http-equiv',
      concat(
        latin('<meta http-equiv="Content-Type" content="text/html; charset=EUC-JP"><p>'),
        hex(EUC_JP),
      ),
      null,
      'EUC-JP',
      '<meta http-equiv="Content-Type" content="text/html; charset=EUC-JP"><p>日本語',
    ],
    [
      'a meta of an unknown encoding counts as none',
      concat(latin('<meta charset=x-nonsense><p>'), hex('c3a9')),
      null,
      'UTF-8',
      '<meta charset=x-nonsense><p>é',
    ],
    [
      'a meta that claims UTF-16 is UTF-8',
      concat(latin('<meta charset=utf-16><p>'), hex('c3a9')),
      null,
      'UTF-8',
      '<meta charset=utf-16><p>é',
    ],
    [
      'an XML declaration',
      concat(latin('<?xml version="1.0" encoding="iso-8859-2"?><p>'), hex('b1')),
      null,
      'ISO-8859-2',
      '<?xml version="1.0" encoding="iso-8859-2"?><p>ą',
    ],
    [
      'Latin 1 is windows-1252 by the standard',
      concat(latin('<meta charset=iso-8859-1>'), hex('80939496')),
      null,
      'windows-1252',
      '<meta charset=iso-8859-1>€“”–',
    ],
  ])('%s', (_, bytes, transport, charset, text) => {
    expect(decode(bytes, 'html', transport)).toEqual({ charset, text });
  });

  it('a meta after kilobytes of something else, but not one inside a script or a comment', () => {
    const head = `<!-- ${'x'.repeat(2000)} <meta charset=koi8-r> --><script>'<meta charset=big5>'</script><meta charset="windows-1251"><p>`;
    expect(decode(concat(latin(head), hex('cff0e8')), 'html', null)).toEqual({
      charset: 'windows-1251',
      text: `${head}При`,
    });
  });

  it.each(['a meta', 'no charset'])('%s without sense is none', (kind) => {
    const head =
      kind === 'a meta'
        ? '<meta name="x" content="text/html; charset=koi8-r">'
        : '<p title="<meta charset=koi8-r>">';
    expect(decode(concat(latin(head), hex('c3a9')), 'html', null).charset).toBe('UTF-8');
  });

  it.each(ENCODINGS)('may be %s', (charset) => {
    expect(decode(latin('plain ASCII'), 'html', charset).charset).toBe(charset);
  });

  it('is not believed where nearly nothing is valid in it', () => {
    const text = '<meta charset=utf-8><p>'.concat('Dvo\u0159\u00e1k'.slice(0, 3));
    const bytes = concat(
      latin(text),
      latin('caf\xe9, na\xefve, \xfcber, cr\xe8me, \xe5ngstr\xf6m'),
    );
    expect(decode(bytes, 'html', null)).toEqual({
      charset: 'windows-1252',
      text: `${text}café, naïve, über, crème, ångström`,
    });
  });

  it('is believed when a few bytes are broken', () => {
    const bytes = concat(
      latin('<meta charset=utf-8>'),
      new TextEncoder().encode('größere Lücken, schöne Bögen, süße Äpfel'),
      hex('ff'),
    );
    expect(decode(bytes, 'html', null).charset).toBe('UTF-8');
  });

  it('does not count in a plain text', () => {
    const text = 'Write <meta charset=koi8-r> at the head — naïve.';
    expect(decode(new TextEncoder().encode(text), 'text', null)).toEqual({
      charset: 'UTF-8',
      text,
    });
  });
});

describe('an encoding that nobody declared', () => {
  it('UTF-8 where the bytes are valid in it', () => {
    expect(decode(new TextEncoder().encode('schön “so” 漢字'), 'text', null)).toEqual({
      charset: 'UTF-8',
      text: 'schön “so” 漢字',
    });
  });

  it('windows-1252 for Western text, with the characters that Latin 1 does not have', () => {
    const bytes = concat(hex('80'), latin(' caf\xe9 '), hex('93'), latin('na\xefve'), hex('9496'));
    expect(decode(bytes, 'text', null)).toEqual({
      charset: 'windows-1252',
      text: '€ café “naïve”–',
    });
  });

  it('UTF-16 without a mark, either way round', () => {
    const text = '<p>Ein Satz, und noch ein Satz über Wörter.</p>';
    expect(decode(utf16(text, 'le'), 'html', null)).toEqual({ charset: 'UTF-16LE', text });
    expect(decode(utf16(text, 'be'), 'html', null)).toEqual({ charset: 'UTF-16BE', text });
  });

  it('ISO-2022-JP by its escapes', () => {
    const bytes = concat(
      latin('<p>'),
      hex('1b2442'),
      hex('467c4b5c386c'),
      hex('1b2842'),
      latin('</p>'),
    );
    expect(decode(bytes, 'html', null)).toEqual({ charset: 'ISO-2022-JP', text: '<p>日本語</p>' });
  });

  // The same few sentences in each encoding, as bytes, since nothing here can write these encodings.
  it.each<[string, string, string]>([
    [
      'Shift_JIS',
      '82b182cc97a282c582cd96e982c982c882e982c68cb082aa9fe282aa82c9967582ad81428aff82c889a982cc8f8f8c70',
      '夜に',
    ],
    [
      'EUC-JP',
      'a4b3a4cec2bca4c7a4cfccebb1f3a4afa4cabca4a4eba4c8bfe5a4cecebea4aca4b9a4eba1a3b3a4a4cbcec9a4a4b2d0',
      'この村では',
    ],
    [
      'gb18030',
      'd4daceD2b5c4bcd2cfe7a3acc8cbc3c7b6bcd6aab5c0d5e2b8f6b9cacac2a1a3cbfbcbb5a3accad2cac7d2bbb8f6bac3b5d8b7bda1a3',
      '在我的家乡',
    ],
    [
      'Big5',
      'a662a7daaabaae61b66da141a448adccb3a3aabeb944b36fad d3ac47a8c6a143a54cbba1a141b36facd2a440adddaa6ea4e8a143'.replaceAll(
        ' ',
        '',
      ),
      '在我的',
    ],
    [
      'EUC-KR',
      'bfecb8aeb8b6c0bbbfa1bcadb4c220b9e3bfa120b9b0bcd2b8aeb0a120b5e9b8ae b0ed20bbe7b6f7b5e9c0ba20b1d720c0ccbeDfb1e2b8a620b4d920bec8b4d92e'.replaceAll(
        ' ',
        '',
      ),
      '우리마을에서는',
    ],
    [
      'windows-1251',
      'c220edaff8e5e920e4e5f0e5e2ede520edeef7fcfe20f1ebfbf8e5ed20f8f3ec20e2eee4fb2c20e820e2f1e520e7ede0fef220fdf2f320e8f1f2eef0e8fe2e'.replace(
        'edaf',
        'ede0',
      ),
      'В нашей деревне ночью слышен шум воды',
    ],
    [
      'KOI8-R',
      'f720cec1dbc5ca20c4c5d2c5d7cec520cecfdED8c020d3ccd9dbc5ce20dbd5cd20d7cfc4d92c20c920d7d3c520dACec1c0d420dCd4d520c9d3d4cfd2c9c02e'.toLowerCase(),
      'В нашей деревне ночью слышен шум воды',
    ],
    [
      'windows-1253',
      'd3f4ef20f7f9f1e9fc20eced f220e1eafef5e3ef ed f4e1e920fce9 20e5fceee9 20f4efed20f0efeff4e1ecfc2ce1ebebdc20e5e4fe20f3e9f9f0fe20e5dfed e1e9'.replaceAll(
        ' ',
        '',
      ),
      'Στο',
    ],
    [
      'windows-1255',
      'e1eff4f820f9eceef0e520f9e5eef2e9ed20e1ece9ece420e0fa20f8f2f920e4eee9ed20e5eceae5ed20e9e5e3f2e9ed20e0fa20e4f1e9f4e5f820e4e6e4',
      'בן',
    ],
  ])('%s by what would come out', (charset, bytes, start) => {
    const decoded = decode(hex(bytes), 'text', null);
    expect(decoded.charset).toBe(charset);
    expect(decoded.text).toContain(start);
  });
});
