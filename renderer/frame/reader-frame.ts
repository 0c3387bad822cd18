// The only script inside an article's frame: sets the type as the window says, keeps the place, marks words that were
// searched for and what was highlighted, and tells the window of keys, links and drags. It has an opaque origin and no network.
import './reader-frame.css';
import { watchHistoryButtons } from '../lib/history-buttons.ts';
import { shortcutFor } from '../lib/shortcuts.ts';
import { makeAloud } from './aloud/aloud.ts';
import { scrollInPlace } from './content.ts';
import { setDirections } from './directions.ts';
import { makeFind } from './find/find.ts';
import { watchHeadings } from './headings.ts';
import { setLabels } from './labels.ts';
import { watchLinks } from './links.ts';
import { markEars, watchMarks } from './marking.ts';
import { markWords } from './marks.ts';
import type { FrameNews } from './messages/from-frame.ts';
import { readToFrame, type ToFrame } from './messages/to-frame.ts';
import { watchNotes } from './notes/note-popover.ts';
import { scrollStep, watchPageKeys } from './page-steps.ts';
import { openPictureInSight, watchBroken, watchPictures } from './pictures/pictures.ts';
import { keepingPlace, placeNow, restorePlace, scrollToRange, watchPlace } from './place.ts';
import { isSavedLink, signLinks, watchSavedLinks } from './saved-links.ts';
import { setType } from './set-type.ts';
import { setSpotlight } from './spotlight.ts';
import { watchStirring } from './stirring.ts';

/** Text that is shown before its face has come would move when it comes; longer than this nobody waits. */
const FONT_WAIT_MS = 400;

/** The last part of the document's address, whichever host served it. */
const uid = location.pathname.split('/').at(-1) ?? '';

const tell = (news: FrameNews) => window.parent.postMessage({ uid, ...news }, '*');

const headings = watchHeadings(tell);
const viewerNews = { onCover: (covers: boolean) => tell({ kind: 'cover', covers }) };
const find = makeFind(tell);
const aloud = makeAloud(tell);

type Ears = {
  readonly [Kind in ToFrame['kind']]: (message: Extract<ToFrame, { kind: Kind }>) => void;
};

const marks = markEars(uid, tell);

/** What each message of the window does. */
const ears: Ears = {
  settings: ({ settings }) => keepingPlace(() => setType(settings)),
  open: (message) => void open(message),
  picture: () => openPictureInSight(viewerNews),
  spotlight: ({ wanted }) => setSpotlight(wanted),
  scroll: ({ to }) => scrollStep(to),
  find: ({ text }) => find.look(text),
  'find-step': ({ by }) => find.step(by),
  'find-close': () => find.close(),
  'saved-links': ({ urls, label }) => signLinks(urls, label),
  aloud: ({ act }) => aloud(act),
  contents: ({ wanted }) => headings.watch(wanted),
  'go-to-heading': ({ index }) => headings.goTo(index),
  ...marks,
};

window.addEventListener('message', (event) => {
  if (event.source !== window.parent) return;
  const message = readToFrame(event.data);
  if (message) (ears[message.kind] as (message: ToFrame) => void)(message);
});

async function open(message: Extract<ToFrame, { kind: 'open' }>): Promise<void> {
  setLabels(message.labels);
  setType(message.settings);
  showByline(message.byline);
  await Promise.race([document.fonts.ready, pause(FONT_WAIT_MS)]);
  openAt(message);
  watchPictures(viewerNews);
  tell({ kind: 'shown' });
  watchPlace(() => tell({ kind: 'progress', ...placeNow() }));
}

/** Where a search found something, else where reading stopped. */
function openAt({ marks, place }: Extract<ToFrame, { kind: 'open' }>): void {
  const first = marks.length > 0 ? markWords(marks) : null;
  if (first) scrollToRange(first, window.innerHeight / 3);
  else if (place) restorePlace(place);
}

/** In the words and the language of the window, in place of what the host wrote. */
function showByline(lines: readonly string[]): void {
  const paragraphs = lines.map((line) => {
    const paragraph = document.createElement('p');
    paragraph.dir = 'auto';
    paragraph.textContent = line;
    return paragraph;
  });
  document.getElementById('byline')?.replaceChildren(...paragraphs);
}

// Before the keys of the window, and before links: what they have done with an event is theirs.
watchMarks(tell);

window.addEventListener('keydown', (event) => {
  const shortcut = shortcutFor(event);
  if (!shortcut || shortcut.where === 'list') return;
  event.preventDefault();
  const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
  tell({ kind: 'key', key, ctrlKey, metaKey, shiftKey, altKey });
});

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
tell({ kind: 'ready' });

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
