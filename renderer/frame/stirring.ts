// Tells that somebody is at the article: not of every move, but often enough to know when nobody is.

const TELL_EVERY_MS = 2000;
const SIGNS = ['scroll', 'keydown', 'pointermove', 'pointerdown', 'wheel', 'touchmove'] as const;

export function watchStirring(tell: () => void): void {
  let told = Number.NEGATIVE_INFINITY;
  const stir = () => {
    const now = performance.now();
    if (now - told < TELL_EVERY_MS) return;
    told = now;
    tell();
  };
  for (const sign of SIGNS) window.addEventListener(sign, stir, { passive: true, capture: true });
}
