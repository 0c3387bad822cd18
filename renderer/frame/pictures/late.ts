// Pictures that come while the article is open take the places that were kept for them. Nothing else of it is touched: not the
// place where one reads, nor what is selected.
import { NOT_IN_TEXT } from '#contract/reader-text.ts';
import { content } from '../content.ts';
import type { LatePicture } from '../messages/pictures.ts';
import { makeOpenable, watchBroken } from './pictures.ts';

export function showLate(pictures: readonly LatePicture[]): void {
  for (const { position, src, width, height } of pictures) {
    const place = content().querySelector(`[${NOT_IN_TEXT}="${position}"]`);
    if (!place) continue;
    const image = document.createElement('img');
    image.alt = place.textContent ?? '';
    if (width !== null && height !== null) {
      image.setAttribute('width', String(width));
      image.setAttribute('height', String(height));
    }
    image.addEventListener('load', () => makeOpenable(image), { once: true });
    image.src = src;
    place.replaceWith(image);
    watchBroken([image]);
  }
}
