// What the desktop was asked for from outside, put before the person once nothing else stands there.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LibraryError } from '#contract/errors.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { ClipRequest } from '../features/clip/clip-request.tsx';
import { useLink } from '../lib/client.ts';
import { toastError } from '../lib/toasts.ts';
import { useAsked } from '../lib/use-asked.ts';

interface AskedDialogProps {
  /** Another dialog is open: it is answered first. */
  readonly waits: boolean;
  readonly onClip: (url: string) => void;
  readonly onOpen: (uid: ArticleUid) => void;
}

export function AskedDialog({ waits, onClip, onOpen }: AskedDialogProps) {
  const { t } = useTranslation();
  const { asked: holder, client } = useLink();
  const now = useAsked();
  const asked = waits ? null : (now?.asked ?? null);

  const latest = useRef(onOpen);
  useEffect(() => {
    latest.current = onOpen;
  });
  useEffect(() => {
    if (asked?.kind === 'refused') {
      toastError(new LibraryError(asked.code, asked.message));
      holder.answered();
    } else if (asked?.kind === 'open') {
      holder.answered();
      // Needs no question: it shows what is here already, to who asked and to nobody else.
      client['articles.get']({ uid: asked.uid }).then(
        () => latest.current(asked.uid),
        (error: unknown) => toastError(error, undefined, t('asked.notHere')),
      );
    }
  }, [asked, holder, client, t]);

  if (asked?.kind !== 'clip') return null;
  return (
    <ClipRequest
      url={asked.url}
      by={asked.by}
      passedOver={now?.passedOver ?? 0}
      onClip={() => onClip(asked.url)}
      onClose={holder.answered}
    />
  );
}
