// The note of one highlight, in a field that saves what is typed.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Highlight } from '#contract/types/highlight.ts';
import { useKeptText } from '../../lib/use-kept-text.ts';
import { KeptTextField } from '../../ui/kept-text-field.tsx';
import { useHighlightActions } from './highlight-actions.ts';

interface HighlightNoteProps {
  readonly highlight: Highlight;
  /** Whether it was opened in order to write. */
  readonly takesFocus: boolean;
}

/** Give it the highlight's uid as its `key`. */
export function HighlightNote({ highlight, takesFocus }: HighlightNoteProps) {
  const { t } = useTranslation();
  const { annotate } = useHighlightActions();
  const kept = useKeptText(`highlight.${highlight.uid}`, highlight.note, (note) =>
    annotate(highlight.uid, note),
  );
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = field.current;
    if (!takesFocus || !element) return;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  }, [takesFocus]);
  return (
    <KeptTextField
      ref={field}
      kept={kept}
      label={t('highlights.note')}
      placeholder={t('highlights.notePlaceholder')}
    />
  );
}
