// A process that opens a library and clips a page of which one picture never comes. It says so once another picture of it lies
// on the disk, with no row that names it yet.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { libraryContract } from '#contract/library.ts';
import { openLibrary } from '#library/open-library.ts';
import { clientOf } from './client-of.ts';
import { articlePage } from './local-site.ts';
import { makePorts } from './make-ports.ts';
import { png } from './pictures.ts';

// As long as there is somebody to kill it.
process.once('disconnect', () => process.exit());
const [, , dir = ''] = process.argv;
const isPicture = (name: string) => /^[0-9a-f]{2}.[0-9a-f]{64}\.png$/.test(name);
const fetcher = {
  async fetch() {
    while (
      !readdirSync(join(dir, 'assets'), { recursive: true, encoding: 'utf8' }).some(isPicture)
    ) {
      await setTimeout(10);
    }
    process.send?.('stuck');
    return new Promise<never>(() => {});
  },
};
const library = await openLibrary({ dir, ports: makePorts({ fetcher }) });
const inline = `data:image/png;base64,${png(300, 200).toString('base64')}`;
await clientOf(libraryContract, library.dispatch)['clip.fromPasted']({
  html: articlePage('Stuck', `<p><img src="${inline}"></p><p><img src="https://a.example/b"></p>`),
  url: 'https://a.example/stuck',
});
