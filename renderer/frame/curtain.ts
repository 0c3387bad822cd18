// Keeps an article out of sight until it is set as the window says, so that nothing of it flashes or moves. The sheet
// that it will stand on can be seen meanwhile: the window need not wait for a word from here to show the frame.
import { readFirstLook } from './messages/first-look.ts';

/** A window that says nothing must not hide an article for ever. */
const PATIENCE_MS = 4000;

const root = document.documentElement;

/** From the head of the document, before there is anything to see. */
export function closeCurtain(): void {
  root.dataset.opening = 'waiting';
  setTimeout(raiseCurtain, PATIENCE_MS);
  const look = readFirstLook(location.hash);
  if (!look) return;
  root.dataset.theme = look.theme;
  root.dataset.face = look.face;
  fetchFaces();
}

/** The article takes its room now, still unseen: what is to be seen of it can be measured. */
export function layOut(): void {
  if (root.dataset.opening !== undefined) root.dataset.opening = 'laid-out';
}

export function raiseCurtain(): void {
  delete root.dataset.opening;
}

/** Else they were asked for when the text is laid out for the first time, which then has to be done once more. */
function fetchFaces(): void {
  const style = getComputedStyle(root);
  for (const name of ['--text-face', '--font-sans']) {
    // Faces are split by script: the title tells which of them are needed.
    void document.fonts.load(`1em ${style.getPropertyValue(name)}`, document.title || 'a');
  }
}
