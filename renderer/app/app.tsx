// The whole window: what every part of it needs, around the shell.
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { LinkContext } from '../lib/client.ts';
import { keepFresh } from '../lib/invalidate.ts';
import type { Link } from '../lib/link.ts';
import { ToastRegion } from '../ui/toast-region.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Shell } from './shell.tsx';

interface AppProps {
  readonly link: Link;
  readonly queries: QueryClient;
}

export function App({ link, queries }: AppProps) {
  const { i18n } = useTranslation();
  useEffect(() => keepFresh(link, queries), [link, queries]);
  return (
    <I18nProvider locale={i18n.language}>
      <LinkContext value={link}>
        <QueryClientProvider client={queries}>
          <ErrorBoundary>
            <Shell />
          </ErrorBoundary>
          <ToastRegion />
        </QueryClientProvider>
      </LinkContext>
    </I18nProvider>
  );
}
