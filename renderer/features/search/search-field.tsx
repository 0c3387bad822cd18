// The one search field: answers while one types, completes what has a name, and hands the keys on to the list below it.
import { Search, X } from 'lucide-react';
import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { SearchField as AriaSearchField, Button, Input } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Completion } from '#contract/types/search.ts';
import { ICON_STROKE } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { CompletionList, optionId } from './completion-list.tsx';
import styles from './search-field.module.css';
import { useCompletions } from './use-completions.ts';

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
  const listId = useId();
  const [typed, setTyped] = useState(text);
  const [searched, setSearched] = useState(text);
  /** Where one types; null while one does not. */
  const [caret, setCaret] = useState<number | null>(null);
  /** Where the caret is to go once the text is there. */
  const wanted = useRef<number | null>(null);
  const { items, at, takesArrows, move, dismiss, take } = useCompletions(typed, caret);
  const isOpen = items.length > 0;
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

  useLayoutEffect(() => {
    if (wanted.current === null) return;
    input.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = null;
  });

  useImperativeHandle(ref, () => ({
    focus() {
      input.current?.focus();
      input.current?.select();
    },
  }));

  const takeItem = (item: Completion) => {
    const taken = take(item);
    setTyped(taken.text);
    setCaret(taken.caret);
    wanted.current = taken.caret;
  };
  /** @returns whether the key was for the list of completions */
  const complete = ({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean => {
    if (!isOpen || altKey || ctrlKey || metaKey || shiftKey) return false;
    const chosen = items[at];
    if (key === 'ArrowDown' && (takesArrows || chosen)) move(1);
    else if (key === 'ArrowUp' && (takesArrows || chosen)) move(-1);
    else if (key === 'Tab') takeItem(chosen ?? (items[0] as Completion));
    else if (key === 'Enter' && chosen) takeItem(chosen);
    else if (key === 'Escape') dismiss();
    else return false;
    return true;
  };
  const leave = () => {
    if (typed.trim() !== text) onSearch(typed.trim());
    onLeave();
  };

  return (
    // Before the field takes them: Escape would clear it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the field in it
    <div
      className={styles.place}
      onKeyDownCapture={(event) => {
        if (!complete(event)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <AriaSearchField
        aria-label={t('search.label')}
        value={typed}
        onChange={setTyped}
        onClear={() => onSearch('')}
        className={cx(styles.field)}
        onKeyDown={(event) => {
          if (event.altKey) event.continuePropagation();
          else if (event.key === 'ArrowDown' || event.key === 'Enter') leave();
          else if (event.key === 'Escape' && typed === '') onLeave();
          else event.continuePropagation();
        }}
      >
        <Search size={16} strokeWidth={ICON_STROKE} aria-hidden />
        <Input
          ref={input}
          placeholder={t('search.placeholder')}
          spellCheck={false}
          autoComplete="off"
          onInput={({ currentTarget }) => setCaret(currentTarget.selectionEnd)}
          onSelect={({ currentTarget }) => setCaret(currentTarget.selectionEnd)}
          onBlur={() => setCaret(null)}
          aria-autocomplete="list"
          aria-controls={isOpen ? listId : undefined}
          aria-activedescendant={at >= 0 ? optionId(listId, at) : undefined}
        />
        {typed !== '' && (
          <Button className={cx(styles.clear)} aria-label={t('search.clear')}>
            <X size={14} strokeWidth={ICON_STROKE} aria-hidden />
          </Button>
        )}
      </AriaSearchField>
      {isOpen && <CompletionList id={listId} items={items} at={at} onTake={takeItem} />}
    </div>
  );
}
