// The start of the capture window's bar: finds its wire to the shell, then draws it.
import './app/tokens.css';
import './app/fonts.css';
import './app/base.css';
import i18next from 'i18next';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from './app/error-boundary.tsx';
import { startI18n } from './app/i18n.ts';
import { CaptureApp } from './features/capture/capture-app.tsx';
import { openCaptureLink } from './lib/capture-link.ts';
import { recallTheme } from './lib/theme.ts';

recallTheme();
await startI18n();

const root = document.getElementById('root');
const { lectern } = window;
if (!root || !lectern) throw new Error('the bar is drawn in the desktop alone');
createRoot(root).render(
  <StrictMode>
    <I18nProvider locale={i18next.language}>
      <ErrorBoundary>
        <CaptureApp link={openCaptureLink(lectern)} />
      </ErrorBoundary>
    </I18nProvider>
  </StrictMode>,
);
