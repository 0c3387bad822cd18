// Saved pages of several kinds in one folder, with the files that a browser put beside one of them, and something that is no page.
import { savedForms } from '../saved-forms.ts';
import { escaped } from './escaped.ts';
import type { Files } from './files.ts';
import type { Sample, SampleItem } from './sample.ts';

const FORMS = {
  'Web page, complete': 'page',
  SingleFile: 'page',
  'MHTML of Chromium': 'page',
  'web archive of Safari': 'page',
  'reader view of Firefox': 'page',
  'plain text': 'text',
  PDF: 'pdf',
} as const;
/** Told by its first lines. */
const ADDRESSED = new Set(['Web page, complete', 'SingleFile', 'MHTML of Chromium']);

const forms = Object.entries(FORMS).map(([name, kind], at) => {
  const form = savedForms[name];
  if (!form) throw new Error(`There is no saved form ${name}`);
  return { name, kind, form, folder: `${at + 1} ${kind}` };
});

export const savedPagesSample: Sample = {
  id: 'saved-pages',
  files: Object.fromEntries([
    ...forms.flatMap(({ form, folder }): [string, Uint8Array][] => [
      [`${folder}/${form.name}`, form.bytes],
      ...(form.companions ?? []).map(({ path, bytes }): [string, Uint8Array] => [
        `${folder}/${path}`,
        bytes,
      ]),
    ]),
    ['film.mp4', new Uint8Array(8)],
  ]) satisfies Files,
  found: forms.map(
    ({ name, kind, form, folder }): SampleItem => ({
      place: `${folder}/${form.name}`,
      url: ADDRESSED.has(name) ? form.url : null,
      content: { kind, text: kind === 'pdf' ? /^%PDF/ : /quincunx/ },
    }),
  ),
  write: (records) =>
    Object.fromEntries(
      records.map(({ url, title }, at) => [
        `page ${at}.html`,
        `<!-- saved from url=(${String(url.length).padStart(4, '0')})${url} -->\n<!DOCTYPE html><html><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body><h1>${escaped(title)}</h1><p>A quincunx of buoys lies before the harbour.</p></body></html>`,
      ]),
    ),
  moments: 'none',
  says: ['url'],
};
