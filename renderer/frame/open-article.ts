// Opens the article as the window says: set, in its faces, at its place, and only then seen.
import { layOut, raiseCurtain } from './curtain.ts';
import type { WordMarks } from './found-words.ts';
import { setLabels } from './labels.ts';
import type { ToFrame } from './messages/to-frame.ts';
import { restorePlace, scrollToRange } from './place.ts';
import { setType } from './set-type.ts';

type Opening = Extract<ToFrame, { kind: 'open' }>;

/** Text that is shown before its face has come would move when it comes; longer than this nobody waits. */
const FONT_WAIT_MS = 400;

/** @param onPlace is called when everything stands where it is read, before it is seen */
export async function openArticle(
  message: Opening,
  marks: WordMarks,
  onPlace: () => void,
): Promise<void> {
  setLabels(message.labels);
  setType(message.settings);
  showByline(message.byline);
  const patience = pause(FONT_WAIT_MS);
  await Promise.race([facesFetched(), patience]);
  layOut();
  // Asking for a length makes the layout, and the layout asks for faces that nobody foresaw.
  void document.body.offsetHeight;
  await Promise.race([facesFetched(), patience]);
  openAt(message, marks);
  onPlace();
  raiseCurtain();
}

/** Where a search found something, else where reading stopped. */
function openAt({ found, place }: Opening, marks: WordMarks): void {
  const first = found && marks.mark(found);
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

/** Those that were asked for so far. */
async function facesFetched(): Promise<void> {
  if (document.fonts.status === 'loading') await document.fonts.ready;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
