// lectern left-out: what of its page an article does not hold, by number; with --restore and --remove its reader decides.
import { LibraryError } from '#contract/errors.ts';
import type { BlockState, PageContents } from '#contract/types/block.ts';
import { UsageError } from './arguments.ts';
import { readUid } from './checked-input.ts';
import type { CommandRun } from './commands.ts';
import { writeLibrary } from './library-access.ts';
import { type Output, plain } from './output.ts';

const COMMAND = 'left-out';

export async function runLeftOut({ invocation, libraryDir, json, output, signal }: CommandRun) {
  const { operands, options } = invocation;
  const uid = readUid(operands[0] ?? '');
  const restored = numbersOf(options.texts('restore'));
  const removed = numbersOf(options.texts('remove'));
  const twice = restored.find((number) => removed.includes(number));
  if (twice !== undefined) {
    throw new UsageError(`${twice} cannot be both restored and removed.`, COMMAND);
  }
  const contents = await writeLibrary(libraryDir, { create: false }, async (client) => {
    const ask = () => client['contents.blocks']({ uid }, signal);
    if (options.has('forget')) await client['contents.forgetEdits']({ uid }, signal);
    const before = await ask();
    const wishes = [
      { call: client['contents.restoreBlock'], blocks: addressesOf(before, restored) },
      { call: client['contents.removeBlock'], blocks: addressesOf(before, removed) },
    ].filter(({ blocks }) => blocks.length > 0);
    for (const { call, blocks } of wishes) await call({ uid, blocks }, signal);
    return wishes.length > 0 ? ask() : before;
  });
  if (json) output.json(contents);
  else print(contents, options.has('all'), output);
  return 0;
}

function numbersOf(texts: readonly string[]): number[] {
  return texts.map((text) => {
    if (/^\d{1,6}$/.test(text)) return Number(text);
    throw new UsageError(`“${text}” is no number of a passage.`, COMMAND);
  });
}

/** @throws LibraryError not_found */
function addressesOf({ blocks }: PageContents, numbers: readonly number[]): string[] {
  return numbers.flatMap((number) => {
    const block = blocks.find((one) => one.number === number);
    if (block) return block.addresses;
    throw new LibraryError('not_found', `This page has no passage ${number}. Nothing was changed.`);
  });
}

const signs: Readonly<Record<BlockState, string>> = {
  kept: ' ',
  'left-out': '-',
  restored: '+',
  removed: 'x',
};

function print({ blocks, share, dormant }: PageContents, all: boolean, output: Output): void {
  const { line, style } = output;
  // Never “100%” of what is not all.
  line(`${Math.floor(share * 100)}% of the page’s visible text is in the article.`);
  for (const { number, state, text } of blocks) {
    if (state === 'kept' && !all) continue;
    const words = plain(text);
    const isIn = state === 'kept' || state === 'restored';
    line(`${`${number}`.padStart(5)}  ${signs[state]}  ${isIn ? words : style.faint(words)}`);
  }
  for (const { action, words } of dormant) {
    const sign = signs[action === 'restore' ? 'restored' : 'removed'];
    line(`    –  ${sign}  not on this version of the page: ${plain(words)}`);
  }
}
