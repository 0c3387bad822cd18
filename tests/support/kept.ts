// What reader content keeps of a piece of a page, with the article around it taken off again.
import { article, prose, read } from './read.ts';

const HERE = 'https://herons.example/a';

/** @returns markup without the white space between tags, and with addresses of pictures in place of their numbers */
export function kept(content: string): string {
  const { html, images } = read(article(content), { url: HERE });
  return html
    .replace(/>\s+</g, (space) => (space.includes('\n') ? '><' : space))
    .replace(`<p>${prose()}</p>`, '')
    .replace(`<p>${prose(6)}</p>`, '')
    .replace(/asset:(\d+)/g, (_, at) => images[Number(at)]?.candidates[0] ?? 'none')
    .trim();
}
