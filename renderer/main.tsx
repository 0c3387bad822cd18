// The window's start: finds its wire to the library, then mounts the app.
import './app/tokens.css';
import './app/fonts.css';
import './app/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { startI18n } from './app/i18n.ts';
import { openLink } from './lib/client.ts';
import { recallTheme } from './lib/theme.ts';

recallTheme();
await startI18n();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App link={openLink()} />
  </StrictMode>,
);
