// Reads the built scripts and the style of the article frame, which hosts put into every article's document.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface FrameFiles {
  readonly script: string;
  /** For articles with code only: it is much the largest. */
  readonly codeScript: string;
  readonly style: string;
}

/**
 * @param rendererDir the built window, `out/renderer`
 * @throws Error ENOENT where the window was not built
 */
export async function readFrameFiles(rendererDir: string): Promise<FrameFiles> {
  const [script = '', codeScript = '', style = ''] = await Promise.all(
    ['reader-frame.js', 'code-frame.js', 'reader-frame.css'].map((name) =>
      readFile(join(rendererDir, 'frame', name), 'utf8'),
    ),
  );
  return { script, codeScript, style };
}
