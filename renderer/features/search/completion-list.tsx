// The list under the search field: what could stand there. The field keeps the focus and the keys.
import { Folder, Globe, type LucideIcon, Tag } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Completion } from '#contract/types/search.ts';
import { wholeNumber } from '../../lib/format.ts';
import { ICON_STROKE } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import overlay from '../../ui/overlay.module.css';
import styles from './completion-list.module.css';

const icons: Partial<Readonly<Record<Completion['kind'], LucideIcon>>> = {
  tag: Tag,
  collection: Folder,
  site: Globe,
};

interface CompletionListProps {
  readonly id: string;
  readonly items: readonly Completion[];
  /** Index of the chosen one; -1 for none. */
  readonly at: number;
  readonly onTake: (item: Completion) => void;
}

export const optionId = (list: string, at: number): string => `${list}-${at}`;

export function CompletionList({ id, items, at, onTake }: CompletionListProps) {
  const { t } = useTranslation();
  return (
    <div className={cx(overlay.popover, styles.popover)}>
      <div id={id} role="listbox" className={overlay.menu} aria-label={t('search.completions')}>
        {items.map((item, index) => {
          const Icon = icons[item.kind];
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus, and names the chosen one.
            <div
              key={item.insert}
              id={optionId(id, index)}
              role="option"
              aria-selected={index === at}
              className={overlay.item}
              data-focused={index === at || undefined}
              // Before the field loses the focus.
              onPointerDown={(event) => {
                event.preventDefault();
                onTake(item);
              }}
            >
              {Icon && <Icon size={14} strokeWidth={ICON_STROKE} aria-hidden />}
              <span className={overlay.label} dir="auto">
                {item.label}
              </span>
              {item.count !== null && (
                <span className={styles.count}>{wholeNumber(item.count)}</span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
