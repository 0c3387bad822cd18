// Notes of Evernote's exports, however the bytes arrive and whatever is broken in one of them.
import { expect, test } from 'vitest';
import { cutNotes } from '#library/transfer/in/enex/cut-notes.ts';
import { foundInNote } from '#library/transfer/in/enex/found-in-note.ts';
import { EnexNoteReader } from '#library/transfer/in/enex/read-note.ts';
import { png } from '../../../../support/pictures.ts';
import {
  enex,
  enNote,
  evernoteEnexSample,
  md5,
  note,
  resource,
} from '../../../../support/transfer/evernote-enex.ts';
import { never } from '../../../../support/transfer/files.ts';

async function* inPieces(source: string, size: number) {
  const bytes = new TextEncoder().encode(source);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Titles, or what is wrong; the last says whether the file came to its end. */
async function titlesOf(source: string, size = 1000): Promise<unknown[]> {
  const notes = cutNotes(inPieces(source, size), () => new EnexNoteReader());
  const said: unknown[] = [];
  let next = await notes.next();
  for (; !next.done; next = await notes.next()) {
    for (const found of foundInNote(next.value, 'here', null)) {
      said.push('item' in found ? found.item.title : 'problem' in found && found.problem.message);
    }
  }
  return [...said, next.value];
}

const DAMAGED = 'This note is damaged: it breaks off, or a part of it has no end.';

test('notes are the same in pieces of any size', async () => {
  const source = String(evernoteEnexSample.files['Sea.enex']);
  for (const size of [1, 2, 3, 7, 64, 100_000]) {
    expect(await titlesOf(source, size)).toEqual(['Tide tables & more', 'Charts', true]);
  }
});

test('a broken note costs itself alone', async () => {
  const good = (title: string) => note(title, enNote('A quincunx of buoys.'));
  const broken = [
    note('No end of a section', '<![CDATA[<en-note>text</en-note>'),
    note('No end of an attachment', enNote('text'), '<resource><data>AAAA'),
    good('No end').replace('</note>', ''),
    good('No end of an element').replace('</content>', ''),
  ];
  expect(await titlesOf(enex(good('A') + broken.map((one) => one + good('B')).join('')))).toEqual([
    'A',
    ...broken.flatMap(() => [DAMAGED, 'B']),
    true,
  ]);
  expect(await titlesOf(enex(good('A') + good('B')).slice(0, -40))).toEqual(['A', DAMAGED, false]);
});

test('two files read at the same time do not get into each other', async () => {
  const [one, other] = [1, 2].map((file) =>
    cutNotes(
      inPieces(
        enex([1, 2, 3].map((at) => note(`${file}.${at}`, enNote('x'.repeat(file * 40)))).join('')),
        5000,
      ),
      () => new EnexNoteReader(),
    ),
  );
  const titles: unknown[] = [];
  for (let at = 0; at < 3; at++) {
    for (const notes of [one, other]) {
      const { value } = (await notes?.next()) ?? {};
      titles.push(typeof value === 'object' && value.fields.get('title'));
    }
  }
  expect(titles).toEqual(['1.1', '2.1', '1.2', '2.2', '1.3', '2.3']);
});

test('what a file declares of its own is not expanded', async () => {
  const lines = Array.from({ length: 30 }, (_, at) => `<!ENTITY e${at + 1} "&e${at};&e${at};">`);
  const bomb = enex(note('&e30;', enNote('A &e30; quincunx <![CDATA[&e30;'))).replace(
    /<!DOCTYPE[^>]*>/,
    `<!DOCTYPE en-export [<!ENTITY e0 "ha"><!ENTITY file SYSTEM "file:///etc/passwd">${lines.join('')}]>`,
  );
  expect(await titlesOf(bomb)).toEqual(['&e30;', true]);
});

test('pictures lie beside the note under the names that it gives them', async () => {
  const picture = png(300, 200);
  const media = `<en-media hash="${md5(picture).toUpperCase()}" type="image/png"/>`;
  const source = enex(note('A', enNote(media), resource(picture, 'image/png', 'a.png')));
  const notes = cutNotes(inPieces(source, 50), () => new EnexNoteReader());
  const { value } = await notes.next();
  const [found] = value && typeof value === 'object' ? foundInNote(value, 'here', null) : [];
  const opened = await (found && 'item' in found ? found.item.content?.open(never) : null);
  const [, path = ''] = /src="([^"]*)"/.exec(Buffer.from(opened?.bytes ?? []).toString()) ?? [];
  expect(await opened?.companions?.(path, never)).toEqual(new Uint8Array(picture));
});

test('attachments that an article cannot hold are told, and those that say another kind than they are', async () => {
  const sound = resource(Buffer.from('ID3 no picture'), 'image/png', 'song.mp3');
  const source = enex(note('A', enNote('text'), sound + resource(Buffer.alloc(0), '', '')));
  const notes = cutNotes(inPieces(source, 1000), () => new EnexNoteReader());
  const { value } = await notes.next();
  const found = value && typeof value === 'object' ? [...foundInNote(value, 'here', null)] : [];
  expect(found.slice(1)).toEqual([
    {
      place: 'here: song.mp3',
      ignored: 'Attachments of notes that are neither pictures nor PDFs.',
    },
    { place: 'here', ignored: 'Attachments of notes that are neither pictures nor PDFs.' },
  ]);
});
