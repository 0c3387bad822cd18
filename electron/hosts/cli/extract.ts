// lectern extract: prints the article of one page, or of a stream of pages, without a library.
import { resolve } from 'node:path';
import { MAX_FILE_BYTES } from '#library/clip/limits.ts';
import { nodePorts } from '../node-ports.ts';
import { UsageError } from './arguments.ts';
import { readUrl } from './checked-input.ts';
import type { CommandRun } from './commands.ts';
import { answerLines, PAGES_AT_ONCE } from './extract-lines.ts';
import { extractPage } from './extracted-page.ts';
import { plain, withoutControls } from './output.ts';
import { readSource, readStandardInput } from './source-bytes.ts';

export async function runExtract(run: CommandRun): Promise<number> {
  const { operands, options } = run.invocation;
  const [source] = operands;
  if (options.has('jsonl')) {
    if (source !== undefined || options.has('url')) {
      throw new UsageError('With --jsonl the pages come as lines on standard input.', 'extract');
    }
    const ports = nodePorts({ parsers: PAGES_AT_ONCE });
    try {
      return await answerLines(ports.parser, process.stdin, run.output, run.signal);
    } finally {
      ports.close();
    }
  }
  if (source === undefined) throw new UsageError('“lectern extract” needs <file|->.', 'extract');
  return extractOne(run, source);
}

async function extractOne({ invocation, json, output, signal }: CommandRun, source: string) {
  const given = invocation.options.text('url');
  const url = given === undefined ? null : readUrl(given);
  const path = source === '-' ? null : resolve(source);
  const ports = nodePorts();
  try {
    const bytes = await (path === null
      ? readStandardInput(MAX_FILE_BYTES, signal)
      : readSource(path, MAX_FILE_BYTES));
    const { extracted, page } = await extractPage(ports.parser, { bytes, path, url }, signal);
    if (page.warning) output.problem(page.warning);
    if (json) {
      output.json(extracted);
      return 0;
    }
    const { title, author, siteName, publishedAt, text } = extracted;
    const { strong, faint } = output.style;
    output.line(strong(plain(title)));
    const source = [author, siteName, publishedAt?.slice(0, 10)].filter(Boolean).join(' · ');
    if (source !== '') output.line(faint(plain(source)));
    output.line('');
    output.line(withoutControls(text).trimEnd());
    return 0;
  } finally {
    ports.close();
  }
}
