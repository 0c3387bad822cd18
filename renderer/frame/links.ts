// Links of an article: those within it scroll, all others go to the window, which decides about them.

import { showNote } from './notes/note-popover.ts';

/** @param onLink gets links that leave the article, and whether they were asked for without a modifier */
export function watchLinks(onLink: (link: HTMLAnchorElement, isPlain: boolean) => void): void {
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    const target = link.getAttribute('href') ?? '';
    if (target.startsWith('#')) {
      const goTo = () => scrollToFragment(target.slice(1));
      if (!showNote(link, goTo)) goTo();
    } else {
      const { button, ctrlKey, metaKey, shiftKey } = event;
      onLink(link, button === 0 && !ctrlKey && !metaKey && !shiftKey);
    }
  };
  document.addEventListener('click', follow);
  // The middle button opens links, too.
  document.addEventListener('auxclick', (event) => {
    if (event.button === 1) follow(event);
  });
}

function scrollToFragment(name: string): void {
  if (name === '' || name === 'top') {
    window.scrollTo({ top: 0 });
    return;
  }
  const target =
    document.getElementById(name) ??
    document.getElementById(decoded(name)) ??
    document.getElementsByName(decoded(name))[0];
  if (!target) return;
  target.scrollIntoView({ block: 'start' });
  // So that Tab goes on from there, as after following a link in a page of its own.
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
