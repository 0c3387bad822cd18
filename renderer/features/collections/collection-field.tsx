// A field that completes the paths of collections that are there, and makes new ones.
import { Folder, FolderPlus } from 'lucide-react';
import { useRef, useState } from 'react';
import { Autocomplete, Label, ListBox, ListBoxItem, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Collection, CollectionUid } from '#contract/types/collection.ts';
import { useFocusAtStart } from '../../lib/use-focus-at-start.ts';
import { ICON_STROKE } from '../../ui/button.tsx';
import { ComboInput } from '../../ui/combo-input.tsx';
import { cx } from '../../ui/cx.ts';
import styles from '../../ui/name-editor.module.css';
import overlay from '../../ui/overlay.module.css';
import { pathOf } from './collection-tree.ts';

interface CollectionFieldProps {
  readonly collections: readonly Collection[];
  /** Those that need not be offered. */
  readonly taken: ReadonlySet<CollectionUid>;
  readonly onPut: (uid: CollectionUid) => void;
  readonly onMake: (name: string) => void;
}

interface Suggestion {
  readonly id: string;
  readonly label: string;
}

const MAX_SUGGESTED = 50;
/** No uid. */
const MADE = 'new';

export function CollectionField({ collections, taken, onPut, onMake }: CollectionFieldProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  useFocusAtStart(field);
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const wanted = name.toLocaleLowerCase();
  const items: Suggestion[] = collections
    .filter(({ uid }) => !taken.has(uid))
    .map(({ uid }) => ({ id: uid, label: pathOf(collections, uid) }))
    .filter(({ label }) => label.toLocaleLowerCase().includes(wanted))
    .slice(0, MAX_SUGGESTED);
  // Made beside the outermost ones, where none of that name is.
  const isThere = collections.some(
    (one) => one.parent === null && one.name.toLocaleLowerCase() === wanted,
  );
  if (name !== '' && !isThere) items.push({ id: MADE, label: t('collections.create', { name }) });

  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <TextField className={cx(styles.field)}>
        <Label className={cx(styles.label)}>{t('collections.add')}</Label>
        <ComboInput
          ref={field}
          className={cx(styles.input)}
          hasOptions={items.length > 0}
          placeholder={t('collections.placeholder')}
          maxLength={100}
        />
      </TextField>
      <ListBox
        aria-label={t('collections.suggestions')}
        className={cx(overlay.menu, styles.suggestions)}
        items={items}
        onAction={(id) => (id === MADE ? onMake(name) : onPut(id as CollectionUid))}
      >
        {({ id, label }: Suggestion) => {
          const Icon = id === MADE ? FolderPlus : Folder;
          return (
            <ListBoxItem id={id} textValue={label} className={cx(overlay.item)}>
              <Icon size={16} strokeWidth={ICON_STROKE} aria-hidden />
              <span className={overlay.label} dir="auto">
                {label}
              </span>
            </ListBoxItem>
          );
        }}
      </ListBox>
    </Autocomplete>
  );
}
