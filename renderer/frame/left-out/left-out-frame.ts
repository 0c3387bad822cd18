// The script of the document that shows what of its page an article holds, and greyed in its place what was left out. It has an
// opaque origin; its text comes from the window, and is as sanitised as that of an article.
import './left-out-frame.css';
import { readToLeftOut } from '../messages/left-out.ts';
import { setType } from '../set-type.ts';
import { watchStirring } from '../stirring.ts';
import { tellKeys } from '../tell-keys.ts';
import { tellWindow as tell } from '../tell-window.ts';
import { makeBlocks } from './blocks.ts';
import { watchSteps } from './steps.ts';

const blocks = makeBlocks(({ number, action }) => tell({ kind: 'edit-block', number, action }));
// Ahead of the window's keys, of which it takes some.
const steps = watchSteps(blocks.all);
let isShown = false;

window.addEventListener('message', (event) => {
  if (event.source !== window.parent) return;
  const message = readToLeftOut(event.data);
  if (message?.kind === 'left-out-step') steps.step(message.by);
  else if (message) {
    setType(message.settings);
    blocks.show(message);
    steps.renew();
    if (!isShown) tell({ kind: 'shown' });
    isShown = true;
  }
});

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!link) return;
  event.preventDefault();
  const url = link.getAttribute('href') ?? '';
  if (url.startsWith('#')) document.getElementById(url.slice(1))?.scrollIntoView();
  else tell({ kind: 'link', url });
});

tellKeys();
watchStirring(() => tell({ kind: 'stir' }));
window.addEventListener('dragenter', () => tell({ kind: 'drag' }));
for (const name of ['dragover', 'drop'] as const) {
  window.addEventListener(name, (event) => event.preventDefault());
}
tell({ kind: 'ready' });
