// The note on the open article, beside it: written in Markdown, saved while it is typed, and shown as it reads.
import { Eye } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleUid } from '#contract/types/ids.ts';
import { useClient } from '../../lib/client.ts';
import { useNoteOf } from '../../lib/highlight-queries.ts';
import { useKeptText } from '../../lib/use-kept-text.ts';
import { IconButton } from '../../ui/button.tsx';
import { KeptTextField } from '../../ui/kept-text-field.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { panelHasFocus } from '../../ui/side-panel.tsx';
import styles from './note-panel.module.css';

/** The grammar of Markdown takes a while to be made: not before there is a note to be shown. */
const Markdown = lazy(async () => ({ default: (await import('./markdown.tsx')).Markdown }));

export function NotePanel({ uid }: { readonly uid: ArticleUid }) {
  const { data, isSuccess, error, refetch } = useNoteOf(uid);
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!isSuccess) return null;
  return <Note key={uid} uid={uid} saved={data?.markdown ?? ''} />;
}

interface NoteProps {
  readonly uid: ArticleUid;
  readonly saved: string;
}

function Note({ uid, saved }: NoteProps) {
  const { t } = useTranslation();
  const client = useClient();
  const kept = useKeptText(`note.${uid}`, saved, (markdown) =>
    client['notes.save']({ uid, markdown }),
  );
  const [isRead, setRead] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = field.current;
    if (!element || !panelHasFocus(element)) return;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  }, []);
  return (
    <div className={styles.panel}>
      {isRead ? (
        <div className={styles.read}>
          {kept.text.trim() === '' ? (
            <p className={styles.none}>{t('notes.empty')}</p>
          ) : (
            <Suspense>
              <Markdown source={kept.text} />
            </Suspense>
          )}
        </div>
      ) : (
        <KeptTextField
          ref={field}
          kept={kept}
          label={t('panels.note')}
          placeholder={t('notes.placeholder')}
          fills
        />
      )}
      <div className={styles.tools}>
        <p className={styles.hint}>{t('notes.markdown')}</p>
        <IconButton
          icon={Eye}
          label={t('notes.preview')}
          pressed={isRead}
          onPress={() => setRead(!isRead)}
        />
      </div>
    </div>
  );
}
