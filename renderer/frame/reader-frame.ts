// The script inside an article's frame, after the text: opens the article as the window says, and tells the window of
// keys, links and drags. It has an opaque origin and no network.
import './reader-frame.css';
import { watchHistoryButtons } from '../lib/history-buttons.ts';
import { scrollInPlace } from './content.ts';
import { setDirections } from './directions.ts';
import { takeEarly } from './early.ts';
import { makeEars } from './ears.ts';
import { watchLinks } from './links.ts';
import { watchMarks } from './marking.ts';
import { readToFrame } from './messages/to-frame.ts';
import { watchNotes } from './notes/note-popover.ts';
import { watchPageKeys } from './page-steps.ts';
import { watchBroken } from './pictures/pictures.ts';
import { isSavedLink, watchSavedLinks } from './saved-links.ts';
import { watchStirring } from './stirring.ts';
import { tellKeys } from './tell-keys.ts';
import { tellWindow as tell } from './tell-window.ts';

const hear = makeEars();

window.addEventListener('message', (event) => {
  if (event.source !== window.parent) return;
  const message = readToFrame(event.data);
  if (message) hear(message);
});

// Before the keys of the window, and before links: what they have done with an event is theirs.
watchMarks(tell);

tellKeys();
watchPageKeys();
watchStirring(() => tell({ kind: 'stir' }));
watchHistoryButtons((by) => tell({ kind: 'history', by }));

let ownDrag = false;
window.addEventListener('dragstart', () => {
  ownDrag = true;
});
window.addEventListener('dragend', () => {
  ownDrag = false;
});
window.addEventListener('dragenter', () => {
  if (!ownDrag) tell({ kind: 'drag' });
});
// Left to itself a frame would navigate to what is dropped on it.
for (const name of ['dragover', 'drop'] as const) {
  window.addEventListener(name, (event) => event.preventDefault());
}

setDirections();
scrollInPlace();
watchBroken();
watchNotes();
watchLinks((link, isPlain) => {
  if (isPlain && isSavedLink(link)) {
    tell({ kind: 'open-saved', url: link.getAttribute('href') ?? '' });
  } else tell({ kind: 'link', url: link.href });
});
watchSavedLinks(tell);

for (const message of takeEarly(readToFrame)) hear(message);
