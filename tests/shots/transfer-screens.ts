// How articles come in and go out, over the sample library: last, since an import changes what all others show.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Page } from 'playwright';
import type { LibraryClient } from '#hosts/local-client.ts';
import type { Screen } from './screen.ts';

const FILE = 'pocket-export.zip';

/** Title, address, seconds since 1970, tags, status: two of them are in the sample library. */
const rows = [
  [
    'What the margins are for',
    'https://long-paragraph.example/margins',
    1684913346,
    'books|margins',
    'unread',
  ],
  [
    'How a lighthouse learned to blink',
    'https://coast.example/lighthouse',
    1671183600,
    'places',
    'unread',
  ],
  [
    'The last letterpress in Trieste',
    'https://press.example/trieste',
    1650268800,
    'design|print',
    'archive',
  ],
  ['Salt, and who was allowed to carry it', 'https://salt.example/roads', 1634121000, '', 'unread'],
  [
    'Eine kleine Geschichte des Lesesaals',
    'https://lesesaal.example/geschichte',
    1619432100,
    'Deutsch|books',
    'unread',
  ],
  ['Why maps have a north', 'https://maps.example/north', 1605262200, 'places|science', 'archive'],
  ['An index is an argument', 'https://index.example/argument', 1580463000, 'books', 'unread'],
  [
    'The tides of the Severn, in tables',
    'https://tides.example/severn',
    1563180000,
    'science',
    'unread',
  ],
  ['Bread before ovens', 'https://kitchen.example/ash', 1552300000, 'kitchen', 'unread'],
  ['Remind me', 'javascript:alert(1)', 1552300001, '', 'unread'],
] as const;

const pocketZip = (): Buffer => {
  const quoted = rows.map((row) => row.map((cell) => `"${cell}"`).join(','));
  const table = ['title,url,time_added,tags,status', ...quoted].join('\n');
  return Buffer.from(zipSync({ 'part_000000.csv': Buffer.from(table) }));
};

export const transferScreens: readonly Screen[] = [
  {
    name: 'import-dry-run',
    async show(page) {
      await openImport(page);
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose a file…' }).click();
      const file = { name: FILE, mimeType: 'application/zip', buffer: pocketZip() };
      await (await chooser).setFiles([file]);
      await page.getByText('Some of them').waitFor();
    },
  },
  { name: 'drop-box', prepare: importOnce, show: openImport },
  {
    name: 'import-report',
    prepare: importOnce,
    async show(page) {
      await openImport(page);
      await page.getByRole('link', { name: FILE }).click();
      await page.getByText('row 11').waitFor();
    },
  },
  {
    name: 'without-text',
    theme: 'light',
    prepare: importOnce,
    async show(page) {
      await page.evaluate(() => {
        location.hash = '/tag/science';
      });
      await page.getByRole('row', { name: 'The tides of the Severn' }).click();
      await page.getByRole('button', { name: 'Fetch the page' }).waitFor();
    },
  },
  {
    name: 'export',
    async show(page) {
      await openImport(page);
      await page.getByRole('button', { name: 'Export everything' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
];

async function openImport(page: Page): Promise<void> {
  await page.keyboard.press('Shift+I');
  await page.getByRole('heading', { level: 1, name: 'Import and export' }).waitFor();
}

async function importOnce(client: LibraryClient): Promise<void> {
  if ((await client['imports.list']({})).length > 0) return;
  const folder = await mkdtemp(join(tmpdir(), 'lectern-shots-'));
  const path = join(folder, FILE);
  await writeFile(path, pocketZip());
  const asked = { source: { path }, format: 'pocket-csv', fetch: false } as const;
  let run = await client['imports.start'](asked);
  while (run.state === 'running') {
    await new Promise((later) => setTimeout(later, 50));
    run = await client['imports.get']({ uid: run.uid });
  }
  await rm(folder, { recursive: true });
}
