// The whole window: what every part of it needs, around the shell.
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { LinkContext } from '../lib/client.ts';
import { keepFresh } from '../lib/invalidate.ts';
import type { Link } from '../lib/link.ts';
import { makeQueryClient } from '../lib/queries.ts';
import { ToastRegion } from '../ui/toast-region.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Shell } from './shell.tsx';

export function App({ link }: { readonly link: Link }) {
  const [queries] = useState(makeQueryClient);
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
