// Writes PDFs for tests: plain objects, standard fonts, text where a test wants it, and the ways in which a PDF can be bad.
import { createHash } from 'node:crypto';
import { widthOf } from './helvetica.ts';

/** Helvetica, its bold, Courier, and a Japanese face that is not in the file: its characters need pdfjs's tables. */
export type Face = 'F1' | 'F2' | 'F3' | 'F4';

export interface PdfPage {
  /** Drawing commands; see `line`. */
  readonly content: string;
  /** Points; a letter page where none is given. */
  readonly size?: readonly [width: number, height: number];
  readonly rotate?: 90 | 180 | 270;
  readonly links?: readonly { readonly url: string; readonly rect: readonly number[] }[];
  /** A grey picture over the page, as a scanner makes one. */
  readonly isScan?: boolean;
}

export interface PdfParts {
  readonly pages: readonly PdfPage[];
  /** `Title`, `Author`, and what else a program may note. */
  readonly info?: Readonly<Record<string, string>>;
  /** Needed to open it; empty where it is locked against changes alone. */
  readonly password?: string;
}

/** A text at a place, from the lower left corner of the page. */
export function line(text: string, x: number, y: number, size = 10, face: Face = 'F1'): string {
  const shown = face === 'F4' ? `<${utf16(text)}>` : `(${escaped(text)})`;
  return `BT /${face} ${size} Tf 1 0 0 1 ${x} ${y} Tm ${shown} Tj ET\n`;
}

/** Several lines below each other. @returns what draws them */
export const lines = (
  texts: readonly string[],
  x: number,
  top: number,
  { size = 10, face = 'F1' }: { readonly size?: number; readonly face?: Face } = {},
): string => texts.map((text, at) => line(text, x, top - at * size * 1.2, size, face)).join('');

/**
 * Breaks a text into lines as a typesetter does. Words may be parted where a soft hyphen stands, and get a hyphen there;
 * `|` is a break that is wanted.
 */
export function wrapped(text: string, width: number, size = 10): string[] {
  const all: string[] = [];
  for (const part of text.split('|')) {
    let current = '';
    for (const word of part.split(' ')) {
      const bare = word.replaceAll('\u00ad', '');
      const next = current === '' ? bare : `${current} ${bare}`;
      if (widthOf(next, size) <= width) {
        current = next;
        continue;
      }
      const syllables = word.split('\u00ad');
      let fitting = syllables.length - 1;
      const begun = () => `${current} ${syllables.slice(0, fitting).join('')}-`;
      while (fitting > 0 && widthOf(begun(), size) > width) fitting--;
      all.push(fitting > 0 ? begun() : current);
      current = syllables.slice(Math.max(0, fitting)).join('');
    }
    all.push(current);
  }
  return all;
}

export function makePdf({ pages, info = {}, password }: PdfParts): Buffer {
  const id = createHash('md5').update('lectern').digest();
  const lock = password === undefined ? null : locked(password, id);
  const objects: Buffer[] = [];
  const add = (body: string, stream?: string | Buffer): number => {
    const number = objects.length + 1;
    if (stream === undefined) objects.push(Buffer.from(body, 'latin1'));
    else {
      const plain = typeof stream === 'string' ? Buffer.from(stream, 'latin1') : stream;
      const bytes = lock ? rc4(objectKey(lock.key, number), plain) : plain;
      const head = body.replace('LENGTH', String(bytes.length));
      objects.push(
        Buffer.concat([Buffer.from(`${head}\nstream\n`), bytes, Buffer.from('\nendstream')]),
      );
    }
    return number;
  };
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(''); // The tree of pages, when they are known.
  const fonts = fontObjects.map((body) => add(body));
  const scan = add(
    '<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length LENGTH >>',
    Buffer.from([0, 90, 180, 255]),
  );
  const contents = new Map<string, number>();
  const numbers = pages.map((page) => {
    const [width, height] = page.size ?? [612, 792];
    const drawn = page.isScan ? `q ${width} 0 0 ${height} 0 0 cm /Scan Do Q` : page.content;
    // Ten thousand equal pages have one content.
    const content = contents.get(drawn) ?? add('<< /Length LENGTH >>', drawn);
    contents.set(drawn, content);
    const links = (page.links ?? []).map(
      ({ url, rect }) =>
        `<< /Type /Annot /Subtype /Link /Rect [${rect.join(' ')}] /A << /S /URI /URI (${escaped(url)}) >> >>`,
    );
    const faces = fonts.slice(0, 4).map((number, at) => `/F${at + 1} ${number} 0 R`);
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${page.rotate ?? 0} /Contents ${content} 0 R` +
        ` /Annots [${links.join(' ')}] /Resources << /Font << ${faces.join(' ')} >> /XObject << /Scan ${scan} 0 R >> >> >>`,
    );
  });
  objects[1] = Buffer.from(
    `<< /Type /Pages /Count ${numbers.length} /Kids [${numbers.map((one) => `${one} 0 R`).join(' ')}] >>`,
  );
  const noted = Object.entries(info).map(([name, value]) => `/${name} <feff${utf16(value)}>`);
  const last = lock ? '' : `/Info ${add(`<< ${noted.join(' ')} >>`)} 0 R`;
  return written(
    objects,
    `${last}${lock?.entry ?? ''} /ID [<${id.toString('hex')}> <${id.toString('hex')}>]`,
  );
}

const fontObjects = [
  ...['Helvetica', 'Helvetica-Bold', 'Courier'].map(
    (name) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`,
  ),
  '<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /UniJIS-UCS2-H /DescendantFonts [<< /Type /Font' +
    ' /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >>' +
    ' /FontDescriptor << /Type /FontDescriptor /FontName /Ryumin-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0' +
    ' /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>] >>',
];

function written(objects: readonly Buffer[], trailer: string): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let at = parts[0]?.length ?? 0;
  const offsets = objects.map((body, index) => {
    const start = at;
    const object = [Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')];
    parts.push(...object);
    at += object.reduce((sum, { length }) => sum + length, 0);
    return `${String(start).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
      'latin1',
    ),
  );
  return Buffer.concat(parts);
}

const utf16 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

/** In the encoding of Windows, as the fonts are: only what the tests write. */
const escaped = (text: string): string =>
  text
    .replace(/[\\()]/g, '\\$&')
    .replaceAll('“', '\\223')
    .replaceAll('”', '\\224')
    .replaceAll('–', '\\226')
    .replaceAll('—', '\\227')
    .replaceAll('•', '\\225');

/** The standard handler of 1994, 40 bits: enough to be asked for a password. */
const PADDING = Buffer.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
  'hex',
);
const PERMISSIONS = -44;

function locked(password: string, id: Buffer): { key: Buffer; entry: string } {
  const padded = Buffer.concat([Buffer.from(password), PADDING]).subarray(0, 32);
  const owner = rc4(md5(PADDING).subarray(0, 5), padded);
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(PERMISSIONS);
  const key = md5(Buffer.concat([padded, owner, permissions, id])).subarray(0, 5);
  const user = rc4(key, PADDING);
  const entry = ` /Encrypt << /Filter /Standard /V 1 /R 2 /P ${PERMISSIONS} /O <${owner.toString('hex')}> /U <${user.toString('hex')}> >>`;
  return { key, entry };
}

function objectKey(key: Buffer, number: number): Buffer {
  const salt = Buffer.from([number & 255, (number >> 8) & 255, (number >> 16) & 255, 0, 0]);
  return md5(Buffer.concat([key, salt])).subarray(0, 10);
}

const md5 = (bytes: Buffer): Buffer => createHash('md5').update(bytes).digest();

function rc4(key: Buffer, bytes: Buffer): Buffer<ArrayBuffer> {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at);
  const at = (index: number): number => state[index & 255] ?? 0;
  const swap = (a: number, b: number) => {
    [state[a & 255], state[b & 255]] = [at(b), at(a)];
  };
  let j = 0;
  for (let i = 0; i < 256; i++) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let i = 0;
  j = 0;
  return Buffer.from(
    bytes.map((byte) => {
      i = (i + 1) & 255;
      j = (j + at(i)) & 255;
      swap(i, j);
      return byte ^ at(at(i) + at(j));
    }),
  );
}
