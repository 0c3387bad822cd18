// Reads the built scripts and styles that hosts put into the document of an article, and into the one it is printed from.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface FrameFiles {
  /** Runs ahead of the text. */
  readonly headScript: string;
  readonly script: string;
  /** For articles with code only: it is much the largest. */
  readonly codeScript: string;
  readonly style: string;
}

export type PrintFiles = Pick<FrameFiles, 'script' | 'style'>;

/**
 * @param rendererDir the built window, `out/renderer`
 * @throws Error ENOENT where the window was not built
 */
export async function readFrameFiles(rendererDir: string): Promise<FrameFiles> {
  const [headScript, script, codeScript, style] = await Promise.all([
    read(rendererDir, 'head-frame.js'),
    read(rendererDir, 'reader-frame.js'),
    read(rendererDir, 'code-frame.js'),
    read(rendererDir, 'reader-frame.css'),
  ]);
  return { headScript, script, codeScript, style };
}

/** The same for printing. */
export async function readPrintFiles(rendererDir: string): Promise<PrintFiles> {
  const [script, style] = await Promise.all([
    read(rendererDir, 'print.js'),
    read(rendererDir, 'print.css'),
  ]);
  return { script, style };
}

/** What draws the pages of a PDF, each a module, in this order: pdfjs's two halves, which reading one uses as well, and ours. */
export const pagesScripts = ['pdf-worker.js', 'pdf.js', 'pages-frame.js'] as const;

/** The same for the pages of a PDF. */
export async function readPagesFiles(
  rendererDir: string,
): Promise<{ readonly scripts: readonly string[]; readonly style: string }> {
  const [style, ...scripts] = await Promise.all(
    ['pages-frame.css', ...pagesScripts].map((name) => read(rendererDir, name)),
  );
  return { scripts, style: style ?? '' };
}

/** The same for what was left out of an article. */
export async function readLeftOutFiles(rendererDir: string): Promise<PrintFiles> {
  const [script, style] = await Promise.all([
    read(rendererDir, 'left-out-frame.js'),
    read(rendererDir, 'left-out-frame.css'),
  ]);
  return { script, style };
}

const read = (rendererDir: string, name: string) =>
  readFile(join(rendererDir, 'frame', name), 'utf8');
