// The table of commands: what each takes, how its help reads, and which module answers it. Modules are loaded only
// when their command runs, so that `list` never waits for the loading of a parser.
import { exportFormats } from '#contract/types/export.ts';
import { formatIds } from '#contract/types/import.ts';
import type { CommandSpec, Invocation, OptionSpec } from './arguments.ts';
import type { Output } from './output.ts';

/** What a command gets. It returns its exit code: 0 ok, 1 something failed. */
export interface CommandRun {
  readonly invocation: Invocation;
  /** Absolute. */
  readonly libraryDir: string;
  readonly json: boolean;
  readonly output: Output;
  /** Aborts at Ctrl+C, and when nobody reads the output any more. */
  readonly signal: AbortSignal;
}
export type RunCommand = (run: CommandRun) => Promise<number>;

interface Command extends CommandSpec {
  load(): Promise<RunCommand>;
}

/** A library's `search.run` ranks no more. */
const MAX_HITS = 200;
const MAX_LISTED = 1_000_000;
/** The kept one, and as many as `duplicates.merge` takes. */
const MAX_MERGED = 101;

export const sharedOptions = {
  library: {
    kind: 'text',
    placeholder: 'DIR',
    help: 'the library’s folder, instead of your own in the data folder of this system',
  },
  json: { kind: 'flag', help: 'print JSON' },
} as const satisfies Record<string, OptionSpec>;

const pageUrl = {
  kind: 'text',
  placeholder: 'URL',
  help: 'where the page came from, when the page itself may not say',
} as const;
const limit = (max: number, help: string) =>
  ({ kind: 'number', placeholder: 'N', min: 1, max, help }) as const;
const port = {
  kind: 'number',
  placeholder: 'N',
  min: 0,
  max: 65_535,
  help: 'the port to serve at, instead of any free one',
} as const;

export const commands = {
  clip: {
    summary: 'save pages, texts or addresses; of a folder or a zip, every page in it',
    operands: { usage: '<file|folder|zip|url|->…', min: 1, max: Number.POSITIVE_INFINITY },
    options: {
      tag: { kind: 'texts', placeholder: 'T', help: 'tag what is clipped; may be repeated' },
      url: pageUrl,
      'allow-host': {
        kind: 'texts',
        placeholder: 'HOST[:PORT]',
        help: 'fetch from this host although it is private or this very machine; may be repeated',
      },
      anyway: {
        kind: 'flag',
        help: 'save also what looks like an error page, a check for robots or a login',
      },
    },
    load: async () => (await import('./clip.ts')).runClip,
  },
  search: {
    summary: 'find articles by their words; "a phrase", -without, prefix*, tag:, site:',
    operands: { usage: '<query>', min: 1, max: Number.POSITIVE_INFINITY },
    options: { limit: limit(MAX_HITS, 'at most this many hits (20)') },
    dashWords: true,
    load: async () => (await import('./search.ts')).runSearch,
  },
  list: {
    summary: 'list articles, newest first',
    operands: { usage: 'no arguments', min: 0, max: 0 },
    options: {
      tag: { kind: 'text', placeholder: 'T', help: 'only articles with this tag' },
      limit: limit(MAX_LISTED, 'at most this many articles (100)'),
    },
    load: async () => (await import('./list.ts')).runList,
  },
  show: {
    summary: 'print an article',
    operands: { usage: '<uid>', min: 1, max: 1 },
    options: {
      format: {
        kind: 'choice',
        choices: ['text', 'html', 'json'],
        help: 'text (as it is read), html (the reader content), or json',
      },
    },
    load: async () => (await import('./show.ts')).runShow,
  },
  versions: {
    summary: 'list the versions of an article, newest first, or what differs between two',
    operands: { usage: '<uid>', min: 1, max: 1 },
    options: {
      show: {
        kind: 'text',
        placeholder: 'VERSION',
        help: 'let the article show this version; its highlights stay at their words',
      },
      compare: {
        kind: 'text',
        placeholder: 'VERSION',
        help: 'print what differs between this version and the one shown, [-gone-] and {+new+}',
      },
    },
    load: async () => (await import('./versions.ts')).runVersions,
  },
  'left-out': {
    summary: 'list what of its page an article does not hold: - left out, + restored, x removed',
    operands: { usage: '<uid>', min: 1, max: 1 },
    options: {
      restore: {
        kind: 'texts',
        placeholder: 'N',
        help: 'put this passage back into the article; may be repeated',
      },
      remove: {
        kind: 'texts',
        placeholder: 'N',
        help: 'take this passage out of the article; may be repeated',
      },
      forget: { kind: 'flag', help: 'undo all that was restored and removed before' },
      all: { kind: 'flag', help: 'list also what the article holds' },
    },
    load: async () => (await import('./left-out.ts')).runLeftOut,
  },
  're-extract': {
    summary: 'read articles anew from what was saved of them, with today’s page reader',
    operands: { usage: '[uid]…', min: 0, max: Number.POSITIVE_INFINITY },
    options: {
      'dry-run': { kind: 'flag', help: 'say who would gain or lose text, and change nothing' },
      all: { kind: 'flag', help: 'every article, not only those that an earlier page reader made' },
    },
    load: async () => (await import('./re-extract.ts')).runReExtract,
  },
  duplicates: {
    summary: 'list articles whose texts are nearly the same',
    operands: { usage: 'no arguments', min: 0, max: 0 },
    options: {},
    load: async () => (await import('./duplicates.ts')).runDuplicates,
  },
  merge: {
    summary: 'make one article of several; tags, highlights and notes go to the first',
    operands: { usage: '<keep> <uid>…', min: 2, max: MAX_MERGED },
    options: {},
    load: async () => (await import('./merge.ts')).runMerge,
  },
  highlights: {
    summary: 'print what was highlighted, by article',
    operands: { usage: 'no arguments', min: 0, max: 0 },
    options: {
      article: { kind: 'text', placeholder: 'UID', help: 'only highlights of this article' },
      format: {
        kind: 'choice',
        choices: ['markdown', 'json'],
        help: 'markdown (with notes and sources), or json',
      },
    },
    load: async () => (await import('./highlights.ts')).runHighlights,
  },
  import: {
    summary: 'bring in what another program exported: a file, a folder or a zip',
    operands: { usage: '<file|folder|zip>', min: 1, max: 1 },
    options: {
      'dry-run': { kind: 'flag', help: 'say what would be imported, and change nothing' },
      'no-fetch': {
        kind: 'flag',
        help: 'do not fetch the pages of articles that come without text',
      },
      format: {
        kind: 'choice',
        choices: formatIds,
        help: 'what it is, where that is not what it looks like',
      },
      tag: { kind: 'texts', placeholder: 'T', help: 'tag what is imported; may be repeated' },
    },
    load: async () => (await import('./import.ts')).runImport,
  },
  imports: {
    summary: 'list what was imported, the newest first',
    operands: { usage: 'no arguments', min: 0, max: 0 },
    options: {
      report: { kind: 'text', placeholder: 'UID', help: 'print what became of each row, as CSV' },
      resume: { kind: 'text', placeholder: 'UID', help: 'go on with one that was stopped' },
      undo: {
        kind: 'text',
        placeholder: 'UID',
        help: 'take one back: its new articles go to the trash',
      },
      forget: {
        kind: 'text',
        placeholder: 'UID',
        help: 'throw its report away; its articles stay',
      },
    },
    load: async () => (await import('./imports.ts')).runImports,
  },
  export: {
    summary: 'take articles along: all, those named, or those of a query, tag or collection',
    operands: { usage: '[uid]…', min: 0, max: Number.POSITIVE_INFINITY },
    options: {
      full: {
        kind: 'text',
        placeholder: 'DIR|FILE.zip',
        help: 'the whole library, so that it comes back as it was',
      },
      format: {
        kind: 'choice',
        choices: exportFormats.filter((format) => format !== 'full'),
        help: 'markdown or html (a folder, or a zip), html-one (one page with its own search), epub, bookmarks, csv, json',
      },
      to: { kind: 'text', placeholder: 'PATH', help: 'where it is to lie' },
      query: { kind: 'text', placeholder: 'Q', help: 'only what this query finds' },
      tag: { kind: 'text', placeholder: 'T', help: 'only articles with this tag' },
      collection: {
        kind: 'text',
        placeholder: 'C',
        help: 'only articles in this collection, by its name or path, in their order',
      },
      title: { kind: 'text', placeholder: 'TITLE', help: 'what a book or a page is called' },
      replace: { kind: 'flag', help: 'a file that is there may go' },
    },
    load: async () => (await import('./export.ts')).runExport,
  },
  tag: {
    summary: 'give an article tags',
    operands: { usage: '<uid> <name>…', min: 2, max: Number.POSITIVE_INFINITY },
    options: {},
    load: async () => (await import('./tag.ts')).runTag,
  },
  backup: {
    summary: 'make a backup of the library now',
    operands: { usage: 'no arguments', min: 0, max: 0 },
    options: {
      to: { kind: 'text', placeholder: 'DIR', help: 'copy it to this folder as well' },
    },
    load: async () => (await import('./backup.ts')).runBackup,
  },
  backups: {
    summary: 'list the backups of the library, the last made first',
    operands: { usage: 'no arguments', min: 0, max: 0 },
    options: {
      second: {
        kind: 'text',
        placeholder: 'DIR',
        help: 'from now on copy every backup to this folder as well',
      },
      'no-second': { kind: 'flag', help: 'from now on keep them in the library’s folder alone' },
    },
    load: async () => (await import('./backups.ts')).runBackups,
  },
  restore: {
    summary: 'let a backup take the place of the library, of which a backup is made first',
    operands: { usage: '<name|file>', min: 1, max: 1 },
    options: {
      'dry-run': { kind: 'flag', help: 'say what would be other than it is, and change nothing' },
      'other-library': { kind: 'flag', help: 'also where it is a backup of another library' },
    },
    load: async () => (await import('./restore.ts')).runRestore,
  },
  stats: {
    summary: 'say how much there is, and what takes room on the disk',
    operands: { usage: 'no arguments', min: 0, max: 0 },
    options: {},
    load: async () => (await import('./stats.ts')).runStats,
  },
  network: {
    summary: 'list every request that Lectern made, the newest first, or let it make none',
    operands: { usage: 'no arguments', min: 0, max: 0 },
    options: {
      limit: limit(1000, 'at most this many requests (100)'),
      off: { kind: 'flag', help: 'from now on fetch nothing, for anything' },
      on: { kind: 'flag', help: 'from now on fetch what is asked for' },
    },
    load: async () => (await import('./network.ts')).runNetwork,
  },
  check: {
    summary: 'check that nothing in the library is damaged',
    operands: { usage: 'no arguments', min: 0, max: 0 },
    options: {
      'rebuild-index': { kind: 'flag', help: 'make the search index anew first' },
      repair: {
        kind: 'flag',
        help: 'take what is damaged from a backup in which it is whole, or make it anew from its page',
      },
    },
    load: async () => (await import('./check.ts')).runCheck,
  },
  salvage: {
    summary: 'read what can be read of a broken library into a new one',
    operands: { usage: '<broken> <new>', min: 2, max: 2 },
    options: {},
    load: async () => (await import('./salvage.ts')).runSalvage,
  },
  serve: {
    summary: 'serve the library’s window to a browser on this machine',
    operands: { usage: 'no arguments', min: 0, max: 0 },
    options: { port },
    load: async () => (await import('./serve.ts')).runServe,
  },
  extract: {
    summary: 'print the article of a page without saving it',
    operands: { usage: '<file|->, or --jsonl', min: 0, max: 1 },
    options: {
      url: pageUrl,
      jsonl: {
        kind: 'flag',
        help: 'read lines {"id","path","url"} from standard input and answer one line for each',
      },
    },
    load: async () => (await import('./extract.ts')).runExtract,
  },
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof commands;

/** The options of `node electron/hosts/http-host.ts`, which clips its arguments and serves. */
export const hostCommand: CommandSpec = {
  summary: 'serve the window, clipping what is given first',
  operands: { usage: '[file|url]…', min: 0, max: Number.POSITIVE_INFINITY },
  options: { port },
};
