// What the pages of the capture window are sent as, and the files that they wanted to hand over.
import type { Session } from 'electron';
import { fileNameOf } from '#contract/file-name.ts';
import type { Problem } from '#contract/types/problem.ts';

export interface OfferedFile {
  readonly url: string;
  readonly name: string;
}

interface FileNews {
  /** It can be clipped. */
  readonly onOffer: (file: OfferedFile) => void;
  readonly onRefused: (problem: Problem) => void;
}

const CLIPPED =
  /^(?:application\/(?:x-)?pdf|text\/html|application\/xhtml\+xml|text\/plain|text\/markdown|multipart\/related|application\/x-mimearchive|message\/rfc822)$/;

/** @returns whether the page at an address was sent as a PDF */
export function followTypes(one: Session, { onOffer, onRefused }: FileNews) {
  let last = { url: '', isPdf: false };
  one.webRequest.onResponseStarted(({ url, resourceType, responseHeaders = {} }) => {
    if (resourceType !== 'mainFrame' || !/^https?:/.test(url)) return;
    const [, types] =
      Object.entries(responseHeaders).find(([name]) => /^content-type$/i.test(name)) ?? [];
    last = { url: bare(url), isPdf: /^application\/(?:x-)?pdf\b/i.test(types?.[0] ?? '') };
  });
  // SECURITY: guardSession has refused it by now; nothing is ever written. What could be an article is offered as a clip.
  one.on('will-download', (_event, item) => {
    const url = item.getURL();
    const ending = /\.[a-z\d]{1,8}$/i.exec(item.getFilename())?.[0] ?? '';
    const name = fileNameOf(item.getFilename().slice(0, -ending.length || undefined), ending);
    if (CLIPPED.test(item.getMimeType()) && /^https?:/.test(url)) onOffer({ url, name });
    else {
      onRefused({
        code: 'not_allowed',
        message: `The page wanted to hand over the file “${name}”. It was not downloaded: this window is for articles.`,
      });
    }
  });
  return { isPdf: (url: string) => last.isPdf && last.url === bare(url) };
}

const bare = (url: string): string => url.replace(/#.*$/s, '');
