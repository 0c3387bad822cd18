// How much comes back of a library of 2,005 pages of which 1, 5, 20 and 100 are destroyed, any of them, forty times each.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { salvageLibrary } from '#library/salvage-library.ts';
import {
  choosePages,
  clipPages,
  destroyPages,
  pagesOf,
  readTexts,
} from '../../support/broken-library.ts';
import { makePorts, textParser } from '../../support/make-ports.ts';
import { tempDir } from '../../support/temp-dir.ts';

vi.setConfig({ testTimeout: 3_600_000 });

const RUNS = Number(process.env.LECTERN_RUNS ?? 40);
const PAGES = 2005;

it('brings back what was promised', async () => {
  const folder = tempDir();
  const whole = join(folder, 'whole');
  await clipPages(whole, PAGES);
  const texts = await readTexts(whole);
  expect(pagesOf(whole)).toBeGreaterThanOrEqual(PAGES);

  const share = (found: ReadonlyMap<string, string>) =>
    [...texts].filter(([uid, text]) => found.get(uid) === text).length / texts.size;
  const lines: string[] = [];
  let control = 1;
  for (const [count, promised] of [
    [1, 0.99],
    [5, 0.98],
    [20, 0.9],
    [100, 0.7],
  ] as const) {
    const salvaged: number[] = [];
    const asEver: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const seed = count * 1000 + run;
      const dir = join(folder, 'broken');
      cpSync(whole, dir, { recursive: true });
      destroyPages(dir, choosePages(dir, count, seed), seed);
      const ports = makePorts({ parser: textParser });
      await salvageLibrary({ from: dir, to: `${dir}-new`, ports }, new AbortController().signal);
      salvaged.push(share(await readTexts(`${dir}-new`)));
      // The control: what opening it as ever still shows.
      asEver.push(share(await readTexts(dir).catch(() => new Map())));
      for (const each of [dir, `${dir}-new`]) rmSync(each, { recursive: true });
    }
    lines.push(
      `${count} pages of ${pagesOf(whole)}: least ${percent(Math.min(...salvaged))}, mean ${percent(mean(salvaged))}; opened as ever: least ${percent(Math.min(...asEver))}, mean ${percent(mean(asEver))}`,
    );
    expect({ count, least: Math.min(...salvaged) >= promised }).toEqual({ count, least: true });
    control = mean(asEver);
  }
  expect(control).toBeLessThan(0.7);
  console.log(`Salvage, ${RUNS} runs each of ${texts.size} articles:\n${lines.join('\n')}`);
});

const mean = (shares: readonly number[]) =>
  shares.reduce((sum, each) => sum + each, 0) / shares.length;
const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
