// Links to articles that are in the library: they bear a quiet sign, and the window is told while one is pointed at or
// has the focus, so that it can show what is there.
import { content } from './content.ts';
import type { FrameNews } from './messages/from-frame.ts';

/** A mouse on its way over the text means none of the links that it crosses. */
const SHOW_AFTER_MS = 350;

export const isSavedLink = (link: HTMLAnchorElement): boolean => link.dataset.saved !== undefined;

/** @param urls as they stand in `href` @param label said of each such link */
export function signLinks(urls: readonly string[], label: string): void {
  const saved = new Set(urls);
  for (const link of content().querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const isSaved = saved.has(link.getAttribute('href') ?? '');
    link.toggleAttribute('data-saved', isSaved);
    if (isSaved) link.setAttribute('aria-description', label);
    else link.removeAttribute('aria-description');
  }
}

export function watchSavedLinks(tell: (news: FrameNews) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told: HTMLAnchorElement | null = null;
  const leave = () => {
    clearTimeout(timer);
    if (told) tell({ kind: 'at-link', url: null, box: null });
    told = null;
  };
  const arrive = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest('a[data-saved]') : null;
    if (link === told) return;
    leave();
    if (!(link instanceof HTMLAnchorElement)) return;
    timer = setTimeout(() => {
      // A link that runs over two lines is shown at its first.
      const [rect] = link.getClientRects();
      if (!rect) return;
      const { x, y, width, height } = rect;
      told = link;
      tell({
        kind: 'at-link',
        url: link.getAttribute('href') ?? '',
        box: { x, y, width, height },
      });
    }, SHOW_AFTER_MS);
  };
  document.addEventListener('pointerover', arrive);
  document.addEventListener('pointerleave', leave);
  document.addEventListener('focusin', arrive);
  document.addEventListener('focusout', leave);
  document.addEventListener('click', leave);
  window.addEventListener('scroll', leave, { passive: true });
}
