// What each message of the window does in the frame.
import { makeAloud } from './aloud/aloud.ts';
import { makeFind } from './find/find.ts';
import { makeWordMarks } from './found-words.ts';
import { watchHeadings } from './headings.ts';
import { markEars } from './marking.ts';
import type { ToFrame } from './messages/to-frame.ts';
import { openArticle } from './open-article.ts';
import { scrollStep } from './page-steps.ts';
import { showLate } from './pictures/late.ts';
import { openPictureInSight, watchPictures } from './pictures/pictures.ts';
import { keepingPlace, placeNow, watchPlace } from './place.ts';
import { showRelated } from './related.ts';
import { signLinks } from './saved-links.ts';
import { setType } from './set-type.ts';
import { setSpotlight } from './spotlight.ts';
import { articleUid, tellWindow as tell } from './tell-window.ts';

type Ears = {
  readonly [Kind in ToFrame['kind']]: (message: Extract<ToFrame, { kind: Kind }>) => void;
};

/** @returns what hears the messages of the window */
export function makeEars(): (message: ToFrame) => void {
  const headings = watchHeadings(tell);
  const viewerNews = { onCover: (covers: boolean) => tell({ kind: 'cover', covers }) };
  const find = makeFind(tell);
  const words = makeWordMarks(tell);
  const aloud = makeAloud(tell);
  /** What came before the article was opened, and has to do with where its words stand. */
  let waiting: ToFrame[] | null = [];

  const ears: Ears = {
    settings: ({ settings }) => keepingPlace(() => setType(settings)),
    open: (message) =>
      void openArticle(message, words, () => {
        const heard = waiting ?? [];
        waiting = null;
        for (const one of heard) hear(one);
        watchPictures(viewerNews);
        tell({ kind: 'shown' });
        watchPlace(() => tell({ kind: 'progress', ...placeNow() }));
      }),
    picture: () => openPictureInSight(viewerNews),
    'late-pictures': ({ uid, items }) => {
      if (uid === articleUid) keepingPlace(() => showLate(items));
    },
    spotlight: ({ wanted }) => setSpotlight(wanted),
    scroll: ({ to }) => scrollStep(to),
    find: ({ text }) => find.look(text),
    'find-step': ({ by }) => find.step(by),
    'find-close': () => find.close(),
    'step-word': ({ by }) => words.step(by),
    'clear-words': () => words.clear(),
    related: (message) => showRelated(message, tell),
    'saved-links': ({ urls, label }) => signLinks(urls, label),
    aloud: ({ act }) => aloud(act),
    contents: ({ wanted }) => headings.watch(wanted),
    'go-to-heading': ({ index }) => headings.goTo(index),
    ...markEars(articleUid, tell),
  };
  const hear = (message: ToFrame) => {
    if (waiting && message.kind !== 'open') waiting.push(message);
    else (ears[message.kind] as (message: ToFrame) => void)(message);
  };
  return hear;
}
