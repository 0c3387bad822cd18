// The buttons of a mouse that go back and forward: in the window and, as a document of its own, in the article's frame.

const BACK = 3;
const FORWARD = 4;

/** @returns how to stop */
export function watchHistoryButtons(step: (by: 1 | -1) => void): () => void {
  // Left to the browser they would leave through lists and searches.
  const refuse = (event: MouseEvent) => {
    if (event.button === BACK || event.button === FORWARD) event.preventDefault();
  };
  const onUp = (event: MouseEvent) => {
    refuse(event);
    if (event.button === BACK) step(-1);
    else if (event.button === FORWARD) step(1);
  };
  window.addEventListener('mousedown', refuse);
  window.addEventListener('mouseup', onUp);
  return () => {
    window.removeEventListener('mousedown', refuse);
    window.removeEventListener('mouseup', onUp);
  };
}
