// The one search field: answers while one types, and hands the keys on to the list below it.
import { Search, X } from 'lucide-react';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { SearchField as AriaSearchField, Button, Input } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ICON_STROKE } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './search-field.module.css';

/** Short enough to feel immediate, long enough to skip the middle of a word. */
const PAUSE_MS = 120;

export interface SearchFieldHandle {
  focus(): void;
}

interface SearchFieldProps {
  /** What is being searched for now; empty when nothing is. */
  readonly text: string;
  readonly onSearch: (text: string) => void;
  /** Down or Enter: on to the list. */
  readonly onLeave: () => void;
  readonly ref?: Ref<SearchFieldHandle>;
}

export function SearchField({ text, onSearch, onLeave, ref }: SearchFieldProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(text);
  const [searched, setSearched] = useState(text);
  // The route may change by other hands: a place was chosen in the sidebar, or the way went back.
  if (text !== searched) {
    setSearched(text);
    if (text !== typed.trim()) setTyped(text);
  }

  useEffect(() => {
    if (typed.trim() === text) return undefined;
    const timer = setTimeout(() => onSearch(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, text, onSearch]);

  useImperativeHandle(ref, () => ({
    focus() {
      input.current?.focus();
      input.current?.select();
    },
  }));

  return (
    <AriaSearchField
      aria-label={t('search.label')}
      value={typed}
      onChange={setTyped}
      onClear={() => onSearch('')}
      className={cx(styles.field)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' || event.key === 'Enter') {
          if (typed.trim() !== text) onSearch(typed.trim());
          onLeave();
        } else if (event.key === 'Escape' && typed === '') onLeave();
        else event.continuePropagation();
      }}
    >
      <Search size={16} strokeWidth={ICON_STROKE} aria-hidden />
      <Input ref={input} placeholder={t('search.placeholder')} spellCheck={false} />
      {typed !== '' && (
        <Button className={cx(styles.clear)} aria-label={t('search.clear')}>
          <X size={14} strokeWidth={ICON_STROKE} aria-hidden />
        </Button>
      )}
    </AriaSearchField>
  );
}
