// The pages of a PDF in a frame of their own, in the place of the article's text.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleUid } from '#contract/types/ids.ts';
import { firstLookHash } from '../../frame/messages/first-look.ts';
import { readFromFrame } from '../../frame/messages/from-frame.ts';
import type { PagesMessage } from '../../frame/messages/pages.ts';
import { useLink } from '../../lib/client.ts';
import { useSettings } from '../../lib/queries.ts';
import type { KeyPress } from '../../lib/shortcuts.ts';
import { useShownTheme } from '../../lib/theme.ts';
import styles from './pages.module.css';

interface PagesProps {
  readonly uid: ArticleUid;
  readonly title: string;
  readonly onKey: (press: KeyPress) => void;
  readonly onDrag: () => void;
}

export function Pages({ uid, title, onKey, onDrag }: PagesProps) {
  const { t } = useTranslation();
  const link = useLink();
  const { settings } = useSettings();
  const theme = useShownTheme(settings.theme);
  // A change of theme is not worth drawing every page anew.
  const [src] = useState(() => link.pagesUrl(uid) + firstLookHash({ theme, face: 'serif' }));
  const frame = useRef<HTMLIFrameElement>(null);
  const latest = useRef({ onKey, onDrag });
  useEffect(() => {
    latest.current = { onKey, onDrag };
  });

  useEffect(() => {
    const message: PagesMessage = {
      kind: 'pages',
      labels: {
        page: t('pages.page', { number: '{number}', total: '{total}' }),
        pageFailed: t('pages.pageFailed', { number: '{number}', total: '{total}' }),
        failed: t('pages.failed'),
      },
    };
    const onMessage = (event: MessageEvent) => {
      if (event.source === null || event.source !== frame.current?.contentWindow) return;
      const news = readFromFrame(event.data);
      if (news?.kind === 'ready') frame.current.contentWindow?.postMessage(message, '*');
      else if (news?.kind === 'shown') frame.current.focus();
      else if (news?.kind === 'key') latest.current.onKey(news);
      else if (news?.kind === 'drag') latest.current.onDrag();
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, [t]);

  return (
    <iframe
      ref={frame}
      className={styles.pages}
      sandbox="allow-scripts"
      src={src}
      title={t('pages.frame', { title })}
    />
  );
}
