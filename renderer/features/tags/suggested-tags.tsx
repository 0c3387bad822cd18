// Tags that articles like this one have, each with the reason, to be taken by a press.
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../lib/client.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { ICON_STROKE } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './suggested-tags.module.css';

interface SuggestedTagsProps {
  readonly uid: string;
  readonly onAdd: (name: string) => void;
}

export function SuggestedTags({ uid, onAdd }: SuggestedTagsProps) {
  const { t } = useTranslation();
  const client = useClient();
  const { data = [] } = useQuery({
    queryKey: queryKeys.suggestedTags(uid),
    queryFn: ({ signal }) => client['tags.suggest']({ uid }, signal),
  });
  if (data.length === 0) return null;
  return (
    <section className={styles.suggested} aria-label={t('tags.suggested')}>
      <h3 className={styles.heading}>{t('tags.suggested')}</h3>
      <ul className={styles.list}>
        {data.map(({ name, similar }) => {
          const why = t('tags.because', { count: similar });
          return (
            <li key={name} className={styles.line}>
              <AriaButton
                className={cx(styles.tag)}
                aria-label={t('tags.addSuggested', { tag: name, why })}
                onPress={() => onAdd(name)}
              >
                <Plus size={14} strokeWidth={ICON_STROKE} aria-hidden />
                <span className={styles.name} dir="auto">
                  {name}
                </span>
              </AriaButton>
              <span className={styles.why}>{why}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
