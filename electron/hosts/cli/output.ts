// What a command prints: results on standard output, `code: sentence` on standard error. Everything that came from a
// page is cleaned of control characters first, since a terminal obeys them.
import type { Problem } from '#contract/types/problem.ts';

export interface Output {
  /** Nobody reads any more (`lectern list | head -1`): stop early, quietly. */
  readonly closed: AbortSignal;
  /** One line of the result, or several. Styles are the only control characters that survive. */
  line(text: string): void;
  /** The result as JSON, indented. */
  json(value: unknown): void;
  /** One JSON value on one line, as `extract --jsonl` answers. */
  jsonLine(value: unknown): void;
  /** `code: sentence`; `about` is what it is about, where the sentence alone might not say. */
  problem(problem: Problem, about?: string): void;
  /** How far a long call is, on one line that the next takes the place of; an empty one takes it away. For people alone. */
  progress(text: string): void;
  readonly style: Styles;
}

interface Styles {
  strong(text: string): string;
  faint(text: string): string;
  marked(text: string): string;
}

interface Streams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** @param streams the process, usually: its two streams, and NO_COLOR and TERM of its environment */
export function openOutput({ stdout, stderr, env }: Streams): Output {
  const controller = new AbortController();
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    controller.abort();
    if (error.code === 'EPIPE') return;
    process.exitCode = 1;
    stderr.write(`disk_full: The output could not be written: ${error.code ?? error.message}.\n`);
  });
  // Without standard error there is nobody left to tell.
  stderr.on('error', () => undefined);

  const colours = stdout.isTTY && !env.NO_COLOR && env.TERM !== 'dumb';
  const sgr = (on: number, off: number) => (text: string) =>
    colours ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  const write = (text: string) => {
    if (!controller.signal.aborted) stdout.write(`${text}\n`);
  };
  return {
    closed: controller.signal,
    line: write,
    json: (value) => write(asJson(value, 2)),
    jsonLine: (value) => write(asJson(value, 0)),
    problem: ({ code, message }, about) =>
      stderr.write(`${code}: ${about ? `${plain(about)}: ` : ''}${plain(message)}\n`),
    progress(text) {
      if (stderr.isTTY && env.TERM !== 'dumb') stderr.write(`\r\u001b[K${plain(text)}`);
    },
    style: { strong: sgr(1, 22), faint: sgr(2, 22), marked: sgr(33, 39) },
  };
}

/** Text of a page on one line: white space joined, nothing in it that a terminal would obey. */
export function plain(text: string): string {
  return withoutControls(text.replace(/[\s\p{Zl}\p{Zp}]+/gu, ' ')).trim();
}

/** Text of a page as it is, lines and tabs kept. */
export function withoutControls(text: string): string {
  // Direction overrides as well: they turn a line around, other people's words on it included.
  return text.replace(/(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '');
}

/** JSON leaves DEL and the C1 controls as they are, and some terminals obey those. */
function asJson(value: unknown, indent: number): string {
  return JSON.stringify(value, null, indent).replace(
    /[\u007f-\u009f]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
