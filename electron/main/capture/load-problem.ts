// Why a page of the capture window could not be loaded, in a sentence. No Electron here.
import type { Problem } from '#contract/types/problem.ts';

/** The reader or another page was quicker: no failure. */
const ABORTED = -3;
const BLOCKED_BY_CLIENT = -20;
const CERTIFICATE = [-299, -200] as const;

/** @param code of Chromium's net errors; what the proxy says of a host is more than that */
export function loadProblem(code: number, url: string): Problem | null {
  if (code === ABORTED) return null;
  const host = URL.canParse(url) ? new URL(url).host : url.slice(0, 200);
  if (code === BLOCKED_BY_CLIENT) {
    return { code: 'not_allowed', message: `The page of “${host}” is out of reach from here.` };
  }
  if (code >= CERTIFICATE[0] && code <= CERTIFICATE[1]) {
    return {
      code: 'unreachable',
      message: `The certificate of “${host}” cannot be trusted, so its page was not opened.`,
    };
  }
  return { code: 'unreachable', message: `The page of “${host}” could not be loaded.` };
}
