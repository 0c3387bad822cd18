// `npm test`: everything that a change must pass, in order of how fast it answers. Goes on after a failure,
// so that one run shows all of them; only without packages there is nothing to go on with.
// `npm run test:slow` comes here with --slow: the tests of very large things, and of many crashes, alone.
import { join } from 'node:path';
import { getChromium } from './chromium.mjs';
import { build, install, root, run } from './ensure.mjs';
import { getEpubcheck } from './epubcheck.mjs';

// Hundreds of processes are started in the tests: what they are made of is compiled once.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'compiled');

const slow = process.argv.includes('--slow');

/** @type {{ name: string, outcome: 'passed' | 'failed' | 'skipped', seconds: number, note: string }[]} */
const results = [];

/** A step passes when it returns, is skipped when it returns a reason, and fails when it throws. */
async function step(name, work) {
  const start = Date.now();
  let outcome = 'passed';
  let note = '';
  console.log(`\n── ${name}`);
  try {
    note = (await work()) ?? '';
    if (note) outcome = 'skipped';
  } catch (error) {
    outcome = 'failed';
    note = error.message;
  }
  results.push({ name, outcome, seconds: (Date.now() - start) / 1000, note });
  return outcome === 'passed';
}

const npm = (script, env) => async () => {
  const code = await run('npm', ['run', '--silent', script], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (code !== 0) throw new Error(`npm run ${script} ended with exit code ${code}`);
};

if (await step('install', install)) {
  if (!slow) {
    // At the same time: each leaves a core idle for half of its own.
    const checks = ['lint', 'typecheck', 'knip'];
    await Promise.all(checks.map((name) => step(name, npm(name))));
    // Those of the unit tests that check books skip themselves without it.
    await step('epubcheck', async () =>
      (await getEpubcheck()) ? '' : 'no epubcheck here, and none could be installed',
    );
  }
  await step('unit', npm(slow ? 'unit:slow' : 'unit'));
  const built = await step('build', build);
  await step('e2e', async () => {
    if (!built) return 'there is no build to test';
    const chromium = await getChromium();
    if (!chromium) return 'no Chromium here, and none could be installed (set LECTERN_CHROMIUM)';
    return npm(slow ? 'e2e:slow' : 'e2e', { LECTERN_CHROMIUM: chromium })();
  });
}

console.log('');
for (const { name, outcome, seconds, note } of results) {
  console.log(
    `${outcome.padEnd(8)} ${name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s  ${note}`,
  );
}
const count = (outcome) => results.filter((result) => result.outcome === outcome).length;
const skipped = count('skipped');
console.log(
  `${count('passed')} passed, ${count('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`,
);
process.exitCode = count('failed') ? 1 : 0;
