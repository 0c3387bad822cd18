// The script of the document that shows a PDF page by page. It has an opaque origin, and no network but for that one file
// and pdfjs's own tables; whatever scripts, forms or attachments the file holds are left alone.
import './pages-frame.css';
import { watchHistoryButtons } from '../../lib/history-buttons.ts';
import { readFirstLook } from '../messages/first-look.ts';
import { type PagesLabels, readPagesLabels } from '../messages/pages.ts';
import { watchStirring } from '../stirring.ts';
import { tellKeys } from '../tell-keys.ts';
import { tellWindow as tell } from '../tell-window.ts';
import { openPdf } from './open-pdf.ts';
import { showSheets } from './sheets.ts';
import { watchZoomKeys } from './zoom-keys.ts';

const look = readFirstLook(location.hash);
if (look) document.documentElement.dataset.theme = look.theme;

const main = document.querySelector('main') ?? document.body;
let isOpen = false;

window.addEventListener('message', (event) => {
  if (event.source !== window.parent || isOpen) return;
  const labels = readPagesLabels(event.data);
  if (!labels) return;
  isOpen = true;
  open(labels).catch(() => say(labels.failed));
});

async function open(labels: PagesLabels): Promise<void> {
  const { pdf = '', tables = '' } = document.documentElement.dataset;
  const sheets = await showSheets(main, await openPdf(pdf, tables), labels);
  watchZoomKeys(sheets.zoom);
  tell({ kind: 'shown' });
}

function say(sentence: string): void {
  const line = document.createElement('p');
  line.setAttribute('role', 'alert');
  line.textContent = sentence;
  main.replaceChildren(line);
  tell({ kind: 'shown' });
}

tellKeys();
watchStirring(() => tell({ kind: 'stir' }));
watchHistoryButtons((by) => tell({ kind: 'history', by }));
window.addEventListener('dragenter', () => tell({ kind: 'drag' }));
for (const name of ['dragover', 'drop'] as const) {
  window.addEventListener(name, (event) => event.preventDefault());
}
tell({ kind: 'ready' });
