// Has the scripts of a page run where there is less on it than its head promises, by a host that can. What comes of it is taken
// when it is more.
import { LibraryError } from '#contract/errors.ts';
import type { PageInput, ParsedPage } from '#contract/page.ts';
import type { Problem } from '#contract/types/problem.ts';
import type { WriteContext } from '../context.ts';
import type { ClipSource } from './clip-source.ts';

export interface ReadSource {
  readonly source: ClipSource;
  readonly input: PageInput;
  readonly page: ParsedPage;
  /** What the site sent, where `source` holds what scripts have made of it. */
  readonly sent: Uint8Array<ArrayBuffer> | null;
}

/** @throws LibraryError cancelled */
export async function withScriptsRun(
  { ports }: WriteContext,
  read: Omit<ReadSource, 'sent'>,
  signal: AbortSignal,
): Promise<ReadSource> {
  const { source, input, page } = read;
  const asSent = (warning: Problem | null): ReadSource => ({
    ...read,
    page: { ...page, warning: warning ?? page.warning },
    sent: null,
  });
  if (!mayBeFilled(page) || source.asked === undefined || source.url === null) return asSent(null);
  if (!ports.renderer) return asSent(notRun());
  try {
    const { url, bytes, charset, allowHosts } = source;
    const html = await ports.renderer.render(
      { url, bytes, charset, allowHosts },
      ports.fetcher,
      signal,
    );
    const made = { bytes: new TextEncoder().encode(html), charset: 'utf-8', kind: 'html' } as const;
    const filled = await ports.parser.read({ ...input, ...made }, signal);
    if (filled.wordCount <= page.wordCount || filled.standIn !== undefined) return asSent(noMore());
    return {
      source: { ...source, ...made },
      input: { ...input, ...made },
      page: filled,
      sent: source.bytes,
    };
  } catch (error) {
    if (signal.aborted) throw new LibraryError('cancelled', 'The clip was cancelled.');
    if (!(error instanceof LibraryError)) throw error;
    // Of no fault of the page: another time it can be had whole.
    if (error.code === 'host_gone') throw new LibraryError('unreachable', error.message);
    return asSent({
      code: error.code,
      message: `There is more on this page than was saved, and the scripts that bring it could not be run. ${error.message}`,
    });
  }
}

/** A page that only asks for scripts looks like a check for robots, and the other way round. */
const mayBeFilled = ({ needsScripts, standIn }: ParsedPage): boolean =>
  needsScripts === true && (standIn === undefined || standIn === 'check');

const notRun = (): Problem => ({
  code: 'nothing_to_read',
  message:
    'There is more on this page than was saved: scripts bring it, which are not run here. Clip it with the desktop app, or save it with your browser and clip the file.',
});

const noMore = (): Problem => ({
  code: 'nothing_to_read',
  message:
    'There may be more on this page than was saved: its scripts were run, and brought no more. Save it with your browser and clip the file.',
});
