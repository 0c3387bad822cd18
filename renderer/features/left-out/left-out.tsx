// What of its page an article holds, and greyed in its place what was left out, to be restored or removed; in the place of its text.

import type { TFunction } from 'i18next';
import { ArrowLeft, ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Toolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Article } from '#contract/types/article.ts';
import type { PageContents } from '#contract/types/block.ts';
import { firstLookHash } from '../../frame/messages/first-look.ts';
import { useArticleActions } from '../../lib/article-actions.ts';
import { useLink } from '../../lib/client.ts';
import { percent } from '../../lib/format.ts';
import { sayChord } from '../../lib/say-keys.ts';
import type { KeyPress } from '../../lib/shortcuts.ts';
import { useFrameSettings } from '../../lib/use-frame-settings.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { ErrorNotice } from '../../ui/notice.tsx';
import styles from './left-out.module.css';
import { useLeftOutFrame } from './use-left-out-frame.ts';
import { usePageContents } from './use-page-contents.ts';

interface LeftOutProps {
  readonly article: Article;
  readonly onClose: () => void;
  readonly onKey: (press: KeyPress) => void;
  readonly onDrag: () => void;
}

export function LeftOut({ article, onClose, onKey, onDrag }: LeftOutProps) {
  const { t } = useTranslation();
  const link = useLink();
  const actions = useArticleActions();
  const { uid, title } = article;
  const { data: contents, error, refetch } = usePageContents(article);
  const frame = useRef<HTMLIFrameElement>(null);
  const { theme, face } = useFrameSettings(article);
  // The frame is told of what changes later.
  const [src] = useState(() => link.leftOutUrl(uid) + firstLookHash({ theme, face }));
  const say = useLeftOutFrame(frame, article, contents, {
    async onEdit(number, action) {
      const block = contents?.blocks.find((one) => one.number === number);
      return block ? actions.editBlocks(uid, action, block.addresses) : false;
    },
    onKey,
    onDrag,
  });
  const back = useRef<HTMLButtonElement>(null);
  // Until there is a text in the frame, and where there never will be.
  useEffect(() => back.current?.focus(), []);

  const step = (by: 1 | -1) => () => say({ kind: 'left-out-step', by });
  const edits = contents ? editsIn(contents) : 0;
  const dormant = contents?.dormant.length ?? 0;
  return (
    <div className={styles.leftOut}>
      <Toolbar className={cx(styles.bar)} aria-label={t('leftOut.bar')}>
        <Button kind="quiet" icon={ArrowLeft} ref={back} onPress={onClose}>
          {t('original.back')}
        </Button>
        {contents && (
          <>
            <IconButton
              icon={ChevronUp}
              label={t('leftOut.previous')}
              shortcut={sayChord('Shift+n')}
              onPress={step(-1)}
            />
            <IconButton
              icon={ChevronDown}
              label={t('leftOut.next')}
              shortcut="N"
              onPress={step(1)}
            />
          </>
        )}
        <p className={styles.share} role="status">
          {contents ? shareOf(contents, t) : !error && t('leftOut.reading')}
        </p>
        {edits > 0 && (
          <p className={styles.edits}>
            {t('leftOut.edits', { count: edits })}
            {dormant > 0 && <span>{t('leftOut.dormant', { count: dormant })}</span>}
            <Button
              kind="quiet"
              onPress={() => {
                // Of edits that wait nothing is to be seen in the text.
                void actions.forgetEdits(uid).then(() => refetch());
              }}
            >
              {t('leftOut.forget')}
            </Button>
          </p>
        )}
      </Toolbar>
      {error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <iframe
          ref={frame}
          className={styles.frame}
          sandbox="allow-scripts"
          src={src}
          title={t('leftOut.frame', { title })}
        />
      )}
    </div>
  );
}

const isEdit = (state: string): boolean => state === 'restored' || state === 'removed';

const editsIn = ({ blocks, dormant }: PageContents): number =>
  blocks.filter(({ state }) => isEdit(state)).length + dormant.length;

function shareOf({ share }: PageContents, t: TFunction): string {
  if (share === 1) return t('leftOut.all');
  // What is not all is never said to be.
  return t('leftOut.share', { percent: percent(Math.floor(share * 100) / 100) });
}
