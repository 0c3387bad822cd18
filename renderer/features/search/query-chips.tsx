// The filters of a query as chips that can be taken out of it. The text stays as it was typed.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { Button, Tag, TagGroup, TagList } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { QueryPart } from '#contract/types/search.ts';
import { useClient } from '../../lib/client.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { ICON_STROKE } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './query-chips.module.css';

interface QueryChipsProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

export function QueryChips({ text, onChange }: QueryChipsProps) {
  const { t } = useTranslation();
  const client = useClient();
  const { data } = useQuery({
    queryKey: queryKeys.queryParts(text),
    queryFn: ({ signal }) => client['search.parts']({ text }, signal),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  const filters = (data?.parts ?? []).filter(({ kind }) => kind === 'filter');
  if (filters.length === 0) return null;
  return (
    <TagGroup
      className={cx(styles.chips)}
      aria-label={t('search.filters')}
      onRemove={(keys) => {
        const gone = filters.filter(({ from }) => keys.has(String(from)));
        onChange(without(text, gone));
      }}
    >
      <TagList
        className={cx(styles.list)}
        items={filters.map((part) => ({ ...part, id: String(part.from) }))}
      >
        {({ id, label }) => (
          <Tag id={id} textValue={label} className={cx(styles.chip)}>
            <span className={styles.label} dir="auto">
              {label}
            </span>
            <Button
              slot="remove"
              className={cx(styles.remove)}
              aria-label={t('search.removeFilter', { label })}
            >
              <X size={12} strokeWidth={ICON_STROKE} aria-hidden />
            </Button>
          </Tag>
        )}
      </TagList>
    </TagGroup>
  );
}

/** The text without some of its parts, and without the gaps that they would leave. */
export function without(text: string, gone: readonly Pick<QueryPart, 'from' | 'to'>[]): string {
  const last = gone.toSorted((a, b) => b.from - a.from);
  return last
    .reduce(
      (rest, { from, to }) => `${rest.slice(0, from).trimEnd()} ${rest.slice(to).trimStart()}`,
      text,
    )
    .trim();
}
