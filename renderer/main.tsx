// The window's start: finds its wire to the library, asks for what it is going to show, then mounts the app.
import './app/tokens.css';
import './app/fonts.css';
import './app/base.css';
import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { startI18n } from './app/i18n.ts';
import { keptSort } from './app/use-sort.ts';
import { drawTogether } from './lib/answers-together.ts';
import { openLink } from './lib/client.ts';
import { askFirst, listFilter } from './lib/first-queries.ts';
import { isArticleShelf, placeNow } from './lib/place.ts';
import { makeQueryClient } from './lib/queries.ts';
import { recallTheme } from './lib/theme.ts';

recallTheme();
const link = openLink();
const queries = makeQueryClient();
const { shelf } = placeNow();
const list = isArticleShelf(shelf) ? listFilter(shelf, keptSort(shelf)) : null;
drawTogether(askFirst(link.client, queries, list));
await startI18n();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
// At once, rather than in a task of its own: Chromium keeps compiled for the next start what has run by the end of this script.
flushSync(() =>
  createRoot(root).render(
    <StrictMode>
      <App link={link} queries={queries} />
    </StrictMode>,
  ),
);
