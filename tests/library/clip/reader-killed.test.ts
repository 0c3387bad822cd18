// A parse process that is killed with a page in its hands.
import { expect, it, onTestFinished } from 'vitest';
import { forkParser } from '#hosts/fork-parser.ts';
import { parserPool } from '#hosts/parser-pool.ts';
import { clipFile } from '../../support/clip-file.ts';
import { articlePage } from '../../support/local-site.ts';
import { makeContext } from '../../support/make-context.ts';
import { isKeptWhole, strays } from '../../support/strays.ts';

const page = articlePage('Dunmore', '<p>A quincunx of lamps.</p>');

it('kill -9 of the process that reads: the page is kept unread, and the next one is read', async () => {
  let isShot = false;
  const shot = parserPool({
    spawn: async () => {
      const { wire, kill } = await forkParser();
      const send: typeof wire.send = (message) => {
        wire.send(message);
        if (!isShot && 'id' in message) kill();
        isShot = true;
      };
      return { wire: { ...wire, send }, kill };
    },
    timeoutMs: 120_000,
  });
  onTestFinished(() => shot.close());
  const context = await makeContext({ parser: shot });
  const result = await context.client['clip.fromFile'](clipFile(page));
  expect(isShot).toBe(true);
  expect(result).toMatchObject({
    status: 'saved',
    warning: { message: expect.stringMatching(/\.$/) },
  });
  await isKeptWhole(context);
  await context.client['clip.fromFile'](clipFile(articlePage('Owls', '<p>A parliament.</p>')));
  expect(strays(context)).toEqual([]);
  expect((await context.client['search.run']({ text: 'parliament' })).hits).toHaveLength(1);
});
