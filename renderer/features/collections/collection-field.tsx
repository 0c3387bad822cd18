// A field that completes the paths of collections that are there, and makes new ones.
import { Folder, FolderPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Collection, CollectionUid } from '#contract/types/collection.ts';
import { MAX_OPTIONS, NameField, type NameOption } from '../../ui/name-field.tsx';
import { pathOf } from './collection-tree.ts';

interface CollectionFieldProps {
  readonly collections: readonly Collection[];
  /** Those that need not be offered. */
  readonly taken: ReadonlySet<CollectionUid>;
  readonly onPut: (uid: CollectionUid) => void;
  readonly onMake: (name: string) => void;
}

/** No uid. */
const MADE = 'new';

export function CollectionField({ collections, taken, onPut, onMake }: CollectionFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const wanted = name.toLocaleLowerCase();
  const options: NameOption[] = collections
    .filter(({ uid }) => !taken.has(uid))
    .map(({ uid }) => ({
      id: uid,
      label: pathOf(collections, uid),
      icon: Folder,
      onChoose: () => onPut(uid),
    }))
    .filter(({ label }) => label.toLocaleLowerCase().includes(wanted))
    .slice(0, MAX_OPTIONS);
  // Made beside the outermost ones, where none of that name is.
  const isThere = collections.some(
    (one) => one.parent === null && one.name.toLocaleLowerCase() === wanted,
  );
  if (name !== '' && !isThere) {
    const label = t('collections.create', { name });
    options.push({ id: MADE, label, icon: FolderPlus, onChoose: () => onMake(name) });
  }
  return (
    <NameField
      label={t('collections.add')}
      placeholder={t('collections.placeholder')}
      optionsLabel={t('collections.suggestions')}
      typed={typed}
      onType={setTyped}
      options={options}
    />
  );
}
