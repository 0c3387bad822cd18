// lectern salvage: a broken library read into a new one, from the command line.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { destroyPages } from '../../support/broken-library.ts';
import { lectern } from '../../support/lectern.ts';
import { articlePage } from '../../support/sample-pages.ts';
import { tempDir } from '../../support/temp-dir.ts';

test('reads a library that cannot be opened any more into a new one', async () => {
  const dir = tempDir();
  const [library, anew] = [join(dir, 'library'), join(dir, 'new')];
  for (const name of ['lamp', 'moth']) {
    writeFileSync(join(dir, `${name}.html`), articlePage(`The ${name}`, `A quincunx of ${name}s.`));
    await lectern(['clip', join(dir, `${name}.html`), '--library', library]);
  }
  destroyPages(library, [1], 1);
  const waysOut = /^library_damaged: .*“lectern restore” .* “lectern salvage” /;
  for (const command of ['list', 'check']) {
    expect(await lectern([command, '--library', library])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(waysOut),
    });
  }

  const salvaged = await lectern(['salvage', library, anew]);
  expect(salvaged.stdout).toMatch(/^2 articles in “.*new”/);
  const { stdout } = await lectern(['list', '--library', anew]);
  expect(stdout).toContain('The lamp');
  expect((await lectern(['check', '--library', anew])).code).toBe(0);
  expect(await lectern(['salvage', library, anew])).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^conflict: “.*new” is there already/),
  });
});
