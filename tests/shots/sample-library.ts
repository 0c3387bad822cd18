// A library as a person might have it: a dozen articles of several kinds and languages, saved on different days, some
// of them read, starred, tagged. The same every time.
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { startWebServer } from '#hosts/http/web-server.ts';
import { openWindowFiles } from '#hosts/http/window-files.ts';
import { type LibraryClient, localClient } from '#hosts/local-client.ts';
import { nodePorts } from '#hosts/node-ports.ts';
import { openLibrary } from '#library/open-library.ts';
import type { Fetcher } from '#library/ports.ts';
import { drawTide, paintHills, type Scene } from './paint.ts';
import { addMarks } from './sample-marks.ts';

const root = resolve(import.meta.dirname, '..', '..');
export const samples = join(root, 'tests', 'fixtures', 'sample');
const HOUR = 3_600_000;

/** When the pictures are taken, as far as the window knows. */
export const NOW = Date.UTC(2026, 10, 21, 9, 40);

interface Sample {
  readonly file: string;
  readonly hoursAgo: number;
  readonly tags?: readonly string[];
  readonly starred?: boolean;
  /** 0..1; 1 is finished. */
  readonly read?: number;
  /** Opening an article begins it: what a picture opens is begun already, so that all pictures show the same counts. */
  readonly opened?: boolean;
  readonly archived?: boolean;
  /** What it said when it was first saved, in place of what it says now; that was some hours before. */
  readonly earlier?: readonly (readonly [now: string, then: string])[];
}

/** After it was saved, the page changed, and was saved again. */
const HOURS_BETWEEN = 24;

/** Oldest first, as they were clipped. */
const shelf: readonly Sample[] = [
  { file: 'typefaces.html', hoursAgo: 24 * 190, tags: ['design'], read: 1, archived: true },
  { file: 'maps.html', hoursAgo: 24 * 120, tags: ['places'], starred: true, read: 1 },
  { file: 'manuscripts.html', hoursAgo: 24 * 61, tags: ['books', 'العربية'] },
  { file: 'teahouse.html', hoursAgo: 24 * 40, tags: ['中文', 'places'], read: 0.4 },
  { file: 'letter.txt', hoursAgo: 24 * 22 },
  { file: 'slow-search.html', hoursAgo: 24 * 12, tags: ['books', 'memory'], starred: true },
  { file: 'zettel.html', hoursAgo: 24 * 6, tags: ['Deutsch', 'memory'] },
  { file: 'fermentation.html', hoursAgo: 24 * 4, tags: ['kitchen'] },
  { file: 'unreachable.html', hoursAgo: 50, tags: ['books'], starred: true },
  {
    file: 'small-tools.html',
    hoursAgo: 27,
    tags: ['software', 'design'],
    earlier: [
      [
        'I have shipped software to several million people and',
        'I have shipped software to a million people and',
      ],
      [
        'He hated the form. It took me a week of watching him',
        'It took me two days of watching him',
      ],
      [
        '<p>So a date is whatever he says,',
        '<p>I have not solved this yet.</p>\n<p>So a date is whatever he says,',
      ],
      ['<li>The file is plain text, and prints as a ledger.</li>\n', ''],
      [' His was, in March.', ''],
    ],
  },
  { file: 'sleep.html', hoursAgo: 21 },
  { file: 'tides.html', hoursAgo: 5, tags: ['places', 'science'], opened: true },
  { file: 'marginalia.html', hoursAgo: 1, tags: ['books', 'design'], starred: true },
];

export interface SampleLibrary {
  readonly url: string;
  readonly client: LibraryClient;
  close(): Promise<void>;
}

/** No picture of Lectern shows the network of the day on which it was taken. */
const farAway: Fetcher = {
  async fetch({ url }) {
    if (new URL(url).pathname.startsWith('/lost')) {
      throw new LibraryError('not_found', 'There is no such page at example.org (404).');
    }
    throw new LibraryError('offline', 'There is no connection to the internet.');
  },
};

/** @param dir an empty folder; holds the library and the pages it was made from */
export async function openSampleLibrary(dir: string): Promise<SampleLibrary> {
  const pages = join(dir, 'pages');
  await paintPages(pages);
  let now = NOW;
  const ports = nodePorts();
  const libraryDir = join(dir, 'library');
  const library = await openLibrary({
    dir: libraryDir,
    runsJobs: true,
    ports: { ...ports, fetcher: farAway, clock: { now: () => now } },
  });
  const client = localClient(library.dispatch);
  const uids = new Map<string, ArticleUid>();
  for (const sample of shelf) {
    now = NOW - sample.hoursAgo * HOUR;
    if (sample.earlier) {
      await clipEarlier(client, pages, sample.file, sample.earlier);
      now += HOURS_BETWEEN * HOUR;
    }
    uids.set(sample.file, await clip(client, pages, sample));
  }
  now = NOW;
  await addMarks(client, uids);
  const server = await startWebServer(
    {
      library,
      libraryDir,
      files: await openWindowFiles(join(root, 'out', 'renderer')),
      onBug: (name, error) => console.error(name, error),
    },
    0,
  );
  return {
    url: server.url,
    client,
    async close() {
      await server.close();
      await library.close();
      ports.close();
    },
  };
}

async function clip(client: LibraryClient, pages: string, sample: Sample): Promise<ArticleUid> {
  const { file, tags = [], starred, read, opened, archived } = sample;
  const path = join(pages, file);
  const { uid } = await client['clip.fromPath']({ path, tags: [...tags] });
  const uids = [uid];
  if (starred) await client['articles.star']({ uids, starred });
  if (opened) await client['reading.opened']({ uid });
  if (read) await client['reading.saveProgress']({ uid, fraction: read, anchorText: '' });
  if (archived) await client['articles.archive']({ uids, archived });
  return uid;
}

async function clipEarlier(
  client: LibraryClient,
  pages: string,
  file: string,
  edits: NonNullable<Sample['earlier']>,
): Promise<void> {
  let html = await readFile(join(pages, file), 'utf8');
  for (const [now, then] of edits) {
    if (!html.includes(now)) throw new Error(`${file} does not say “${now}”`);
    html = html.replace(now, then);
  }
  const path = join(pages, `earlier-${file}`);
  await writeFile(path, html);
  await client['clip.fromPath']({ path });
}

async function paintPages(pages: string): Promise<void> {
  await cp(samples, pages, { recursive: true });
  for (const folder of ['tides_files', 'maps_files']) {
    await mkdir(join(pages, folder), { recursive: true });
  }
  const pictures = {
    'tides_files/harbour.png': paintHills(morning, 1200, 720),
    'tides_files/dusk.png': paintHills(dusk, 1200, 720),
    'tides_files/curve.svg': drawTide(1000, 320),
    'maps_files/hills.png': paintHills(hills, 1200, 800),
  };
  for (const [name, bytes] of Object.entries(pictures)) await writeFile(join(pages, name), bytes);
}

const morning: Scene = {
  sky: [
    [186, 211, 217],
    [240, 228, 206],
  ],
  hills: [
    [150, 180, 184],
    [104, 143, 150],
    [61, 103, 112],
    [34, 66, 74],
  ],
  sun: { x: 0.72, y: 0.3, colour: [250, 240, 214] },
};
const dusk: Scene = {
  sky: [
    [44, 52, 88],
    [226, 140, 110],
  ],
  hills: [
    [112, 84, 110],
    [74, 62, 92],
    [44, 44, 70],
    [24, 28, 46],
  ],
  sun: { x: 0.3, y: 0.46, colour: [250, 196, 140] },
};
const hills: Scene = {
  sky: [
    [214, 224, 214],
    [244, 236, 214],
  ],
  hills: [
    [178, 196, 160],
    [136, 164, 120],
    [92, 124, 82],
    [56, 84, 60],
  ],
  sun: null,
};
