// The pictures of an article: opened large by click, Enter or command; where one is broken, its words in its place.
import { content } from '../content.ts';
import { label } from '../labels.ts';
import { ownElement } from '../own-element.ts';
import { openViewer, type Picture } from './viewer.ts';

/** Smaller ones are signs within the text. CSS pixels. */
const LEAST_SIZE = 64;
/** A link around a picture that leads to the same, larger. */
const IMAGE_FILE = /\.(?:avif|gif|jpe?g|png|webp)(?:[?#]|$)/i;

export interface ViewerNews {
  /** A picture lies over the article, or does no longer. */
  onCover(covers: boolean): void;
}

let isOpen = false;

/** When the words of the window are known. */
export function watchPictures(news: ViewerNews): void {
  for (const image of pictures()) makeOpenable(image);
  content().addEventListener('click', (event) => {
    const image = event.target instanceof HTMLImageElement ? event.target : null;
    const link = image?.closest('a');
    if (!image || (link && !IMAGE_FILE.test(link.href)) || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || !openPicture(image, news)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  content().addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    if (!(event.target instanceof HTMLImageElement) || !openPicture(event.target, news)) return;
    event.preventDefault();
    event.stopPropagation();
  });
}

/** One in a link leads where that leads. */
export function makeOpenable(image: HTMLImageElement): void {
  if (image.closest('a') || !isLarge(image)) return;
  image.tabIndex = 0;
  image.setAttribute('role', 'button');
  image.setAttribute('aria-haspopup', 'dialog');
  if (!image.alt) image.setAttribute('aria-label', label('openPicture'));
}

/** The one nearest to the middle of what is seen. */
export function openPictureInSight(news: ViewerNews): void {
  const middle = window.innerHeight / 2;
  const distance = (image: Element) => {
    const { top, bottom } = image.getBoundingClientRect();
    return Math.max(top - middle, middle - bottom, 0);
  };
  const [nearest] = pictures().sort((a, b) => distance(a) - distance(b));
  if (nearest) openPicture(nearest, news);
}

function openPicture(image: HTMLImageElement, news: ViewerNews): boolean {
  const all = pictures();
  const at = all.indexOf(image);
  if (at < 0 || isOpen) return false;
  isOpen = true;
  news.onCover(true);
  openViewer(all.map(described), at, () => {
    isOpen = false;
    news.onCover(false);
  });
  return true;
}

const pictures = (): HTMLImageElement[] =>
  [...content().querySelectorAll('img')].filter((image) => !image.hidden && isLarge(image));

const isLarge = (image: HTMLImageElement): boolean =>
  Number(image.getAttribute('width') ?? image.naturalWidth) >= LEAST_SIZE &&
  Number(image.getAttribute('height') ?? image.naturalHeight) >= LEAST_SIZE;

const described = (image: HTMLImageElement): Picture => ({
  image,
  alt: image.alt,
  caption: image.closest('figure')?.querySelector('figcaption')?.textContent?.trim() ?? '',
});

/** From the first moment on: an error that has been said is not said again. */
export function watchBroken(
  images: Iterable<HTMLImageElement> = content().querySelectorAll('img'),
): void {
  for (const image of images) {
    const isBroken = () => image.complete && image.naturalWidth === 0 && image.src !== '';
    if (isBroken()) replace(image);
    else image.addEventListener('error', () => replace(image), { once: true });
  }
}

/** A quiet box as large as the picture would be, so that nothing moves. */
function replace(image: HTMLImageElement): void {
  const box = ownElement('span', 'missing-picture');
  const width = Number(image.getAttribute('width'));
  const height = Number(image.getAttribute('height'));
  if (width > 0 && height > 0) {
    box.style.width = `${width}px`;
    box.style.aspectRatio = `${width} / ${height}`;
  }
  box.dir = 'auto';
  box.textContent = image.alt;
  image.hidden = true;
  image.after(box);
}
