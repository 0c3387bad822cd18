// Tells a click from the beginning of something else: a double click chooses a word, a drag chooses words.

/** Longer than most people take between two clicks, and no longer than an answer may take. */
const SECOND_CLICK_MS = 300;

/**
 * @param onClick told of a click with the main button once no second one has followed; of a finger's at once, since that
 * chooses words by staying. Where it says nothing is under it, nothing is waited for.
 */
export function watchSingleClicks(onClick: (event: MouseEvent) => (() => void) | null): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('pointerdown', () => clearTimeout(timer));
  document.addEventListener('click', (event) => {
    clearTimeout(timer);
    const answer = event.button === 0 && event.detail <= 1 ? onClick(event) : null;
    if (!answer) return;
    const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
    if (isTouch) answer();
    else timer = setTimeout(answer, SECOND_CLICK_MS);
  });
}
