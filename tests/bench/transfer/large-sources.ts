// Large exports for the bench of imports, written to a folder piece by piece: they never are in memory as a whole.
import { createHash, randomFillSync } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { jpeg } from '../../support/pictures.ts';

const WORDS =
  'tide harbour buoy quay water stone wind sail rope anchor chart lamp night morning gull salt'.split(
    ' ',
  );

const prose = (seed: number, words: number): string =>
  Array.from(
    { length: words },
    (_, at) => WORDS[(seed * 7 + at * 13 + (at >> 3)) % WORDS.length],
  ).join(' ');

/** Bytes of one picture: a photograph as telephones send it. */
const PICTURE_BYTES = 1_500_000;

/** An Evernote export: clipped pages of a thousand words, each with a photograph. @returns how many notes it holds */
export function writeEnex(folder: string, bytes: number): { path: string; notes: number } {
  const path = join(folder, 'Notebook.enex');
  const file = openSync(path, 'w');
  let written = 0;
  let notes = 0;
  const write = (text: string): void => {
    written += writeSync(file, text);
  };
  write(
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">\n<en-export export-date="20240101T000000Z" application="Evernote" version="10.70.3">\n',
  );
  const head = jpeg(2000, 1500);
  const picture = Buffer.alloc(PICTURE_BYTES);
  while (written < bytes) {
    notes++;
    // Noise behind the end of the picture: every one is another, and none can be packed.
    randomFillSync(picture);
    head.copy(picture);
    const paragraphs = Array.from(
      { length: 10 },
      (_, at) => `<div>${prose(notes + at, 100)}</div>`,
    );
    write(
      `<note><title>Note ${notes}</title><content><![CDATA[<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd"><en-note>${paragraphs.join('')}<en-media type="image/jpeg" hash="${hashOf(picture)}"/></en-note>]]></content><created>20240102T030405Z</created><tag>tag ${notes % 20}</tag><note-attributes><source>web.clip</source><source-url>https://site${notes % 100}.example/${notes}</source-url></note-attributes><resource><data encoding="base64">`,
    );
    write(picture.toString('base64'));
    write('</data><mime>image/jpeg</mime></resource></note>\n');
  }
  write('</en-export>\n');
  closeSync(file);
  return { path, notes };
}

/** Pocket's zip: parts of ten thousand rows. */
export function pocketZip(rows: number): Uint8Array {
  const parts: Record<string, Uint8Array> = {};
  for (let from = 0; from < rows; from += 10_000) {
    const lines = Array.from({ length: Math.min(10_000, rows - from) }, (_, at) =>
      pocketRow(from + at),
    );
    const name = `part_${String(from / 10_000).padStart(6, '0')}.csv`;
    parts[name] = Buffer.from(`title,url,time_added,tags,status\n${lines.join('\n')}\n`);
  }
  return zipSync(parts);
}

const pocketRow = (at: number): string =>
  `"${prose(at, 8)}, ${at}",https://site${at % 5000}.example/${at}/article,${1_400_000_000 + at * 60},${`tag ${at % 50}|tag ${at % 7}`},${at % 3 ? 'unread' : 'archive'}`;

const hashOf = (bytes: Buffer): string => createHash('md5').update(bytes).digest('hex');
