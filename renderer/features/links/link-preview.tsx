// What is behind a link to a saved article, shown beside it while it is pointed at or has the focus.
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { LinkedArticle } from '#contract/types/link.ts';
import type { FrameBox } from '../../frame/messages/highlights.ts';
import type { FramePort } from '../../lib/frame-port.ts';
import styles from './link-preview.module.css';
import type { SavedLinks } from './use-saved-links.ts';

export interface LinkPreviewHandle {
  /** @returns whether one was shown */
  dismiss(): boolean;
}

interface LinkPreviewProps {
  readonly port: FramePort;
  readonly links: SavedLinks;
  readonly ref?: Ref<LinkPreviewHandle>;
}

interface Shown {
  readonly article: LinkedArticle;
  readonly box: FrameBox;
}

export function LinkPreview({ port, links, ref }: LinkPreviewProps) {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(
    () =>
      port.onNews((news) => {
        if (news.kind !== 'at-link') return;
        const article = news.url === null ? undefined : links.get(news.url);
        setShown(article && news.box ? { article, box: news.box } : null);
      }),
    [port, links],
  );
  useEffect(() => port.onShown(() => setShown(null)), [port]);
  useImperativeHandle(
    ref,
    () => ({
      dismiss() {
        setShown(null);
        return shown !== null;
      },
    }),
    [shown],
  );
  const frame = shown && port.box();
  if (!shown || !frame) return null;
  const { article, box } = shown;
  const at = new DOMRect(frame.x + box.x, frame.y + box.y, box.width, box.height);
  return createPortal(<Card article={article} at={at} />, document.body);
}

const GAP = 8;

/** @param at where the link stands in the window */
function Card({ article, at }: { readonly article: LinkedArticle; readonly at: DOMRect }) {
  const { t } = useTranslation();
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return;
    const { width, height } = element.getBoundingClientRect();
    const below = at.bottom + GAP;
    const top = below + height > window.innerHeight ? at.top - GAP - height : below;
    const left = Math.min(at.left, window.innerWidth - width - GAP);
    element.style.inset = `${Math.max(GAP, top)}px auto auto ${Math.max(GAP, left)}px`;
  }, [at]);
  const facts = [article.siteName, t(`links.status.${article.readingStatus}`)];
  return (
    <div ref={card} role="tooltip" className={styles.card}>
      <p className={styles.title} dir="auto">
        {article.title || t('list.untitled')}
      </p>
      <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
      {article.excerpt && (
        <p className={styles.excerpt} dir="auto">
          {article.excerpt}
        </p>
      )}
    </div>
  );
}
