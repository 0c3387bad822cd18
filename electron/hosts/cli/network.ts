// lectern network: lists every request that the program made, the newest first; --off lets it make none from now on.
import type { NetworkRequest } from '#contract/types/network.ts';
import { UsageError } from './arguments.ts';
import type { CommandRun } from './commands.ts';
import { readLibrary, writeLibrary } from './library-access.ts';
import { type Output, plain } from './output.ts';

const DEFAULT_LIMIT = 100;

export async function runNetwork({ invocation, libraryDir, json, output, signal }: CommandRun) {
  const { options } = invocation;
  const [off, on] = [options.has('off'), options.has('on')];
  if (off && on) throw new UsageError('--off and --on are two things: do one of them.', 'network');
  if (off || on) {
    await writeLibrary(libraryDir, { create: false }, (client) =>
      client['settings.change']({ network: on }, signal),
    );
  }
  const limit = options.number('limit') ?? DEFAULT_LIMIT;
  const answer = await readLibrary(libraryDir, async (client) => ({
    network: (await client['settings.get']({}, signal)).network,
    summary: await client['network.summary']({}, signal),
    requests: (await client['network.list']({ limit }, signal)).requests,
  }));
  if (json) {
    output.json(answer);
    return 0;
  }
  const { network, summary, requests } = answer;
  for (const request of requests) output.line(lineOf(request, output.style));
  for (const sum of summary.sums) {
    output.line(`${sum.reason.padEnd(8)} ${sum.requests} requests, ${kilobytes(sum.bytes)}`);
  }
  const { keeps, dropped } = summary;
  if (summary.sums.length === 0) output.line('Nothing was ever asked of the network.');
  if (dropped > 0) {
    output.line(
      `${dropped} are no longer listed: the newest ${keeps.requests} of ${keeps.days} days are.`,
    );
  }
  output.line(output.style.strong(`The network is ${network ? 'on' : 'switched off'}.`));
  return 0;
}

function lineOf({ at, host, reason, bytes, status, code }: NetworkRequest, style: Output['style']) {
  const when = new Date(at).toISOString().replace('T', ' ').slice(0, 19);
  const outcome = code ?? status ?? 'not finished';
  return [
    style.faint(when),
    reason.padEnd(8),
    kilobytes(bytes).padStart(12),
    String(outcome).padEnd(12),
    plain(host),
  ].join('  ');
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
