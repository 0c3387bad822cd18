// A note's text as a web page: Evernote's markup is HTML but for a handful of elements. What comes out is as foreign as what went in.
import { Parser } from 'htmlparser2';
import { escapeHtml } from '../../escape-html.ts';
import type { EnexFile } from './resource.ts';

/** Written without an end. */
const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
const NAME = /^[a-z][\w.-]*$/i;

export interface NotePage {
  readonly html: string;
  /** Whether anything is to be read in it besides names of attachments. */
  readonly hasText: boolean;
}

/** Under which name a file is beside the page. */
export const fileNameOf = ({ hash }: Pick<EnexFile, 'hash'>): string => `attachments/${hash}`;

export function noteToHtml(content: string, title: string, files: readonly EnexFile[]): NotePage {
  const byHash = new Map(files.map((file) => [file.hash, file]));
  const parts: string[] = [];
  let depth = 0;
  let hasText = false;
  const parser = new Parser(
    {
      onopentag(name, attribs) {
        if (name === 'en-note') depth++;
        else if (depth === 0) return;
        else if (name === 'en-media') {
          const file = byHash.get((attribs.hash ?? '').toLowerCase());
          parts.push(mediaOf(file, attribs));
          hasText ||= file?.type === 'picture';
        } else if (name === 'en-todo') parts.push(attribs.checked === 'true' ? '☑ ' : '☐ ');
        else if (name === 'en-crypt') parts.push('<code>');
        else if (NAME.test(name)) parts.push(`<${name}${attributesOf(attribs)}>`);
      },
      ontext(text) {
        if (depth === 0) return;
        parts.push(escapeHtml(text));
        hasText ||= /[\p{L}\p{N}]/u.test(text);
      },
      onclosetag(name) {
        if (name === 'en-note') depth--;
        else if (depth === 0 || name === 'en-media' || name === 'en-todo') return;
        else if (name === 'en-crypt') parts.push('</code>');
        else if (NAME.test(name) && !VOID.has(name)) parts.push(`</${name}>`);
      },
    },
    { recognizeSelfClosing: true },
  );
  // Some versions cut `]]>` in two and leave the seam in the text.
  parser.end(content.replaceAll('<![CDATA[', ''));
  const head = `<meta charset="utf-8"><title>${escapeHtml(title)}</title>`;
  return {
    html: `<!DOCTYPE html><html><head>${head}</head><body>${parts.join('')}</body></html>`,
    hasText,
  };
}

function mediaOf(file: EnexFile | undefined, attribs: Readonly<Record<string, string>>): string {
  if (file?.type !== 'picture') return file?.name ? escapeHtml(`[${file.name}]`) : '';
  const { alt = '', width, height } = attribs;
  const size = { ...(width && { width }), ...(height && { height }) };
  return `<img${attributesOf({ src: fileNameOf(file), alt: alt || (file.name ?? ''), ...size })}>`;
}

const attributesOf = (attribs: Readonly<Record<string, string>>): string =>
  Object.entries(attribs)
    .filter(([name]) => NAME.test(name))
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
