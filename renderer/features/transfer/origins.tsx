// From which imports an article has what is known of it.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ArticleUid } from '#contract/types/ids.ts';
import { useClient } from '../../lib/client.ts';
import { exactDay } from '../../lib/format.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import styles from './origins.module.css';

export function Origins({ uid }: { readonly uid: ArticleUid }) {
  const { t } = useTranslation();
  const client = useClient();
  const { data: origins = [] } = useQuery({
    queryKey: queryKeys.originsOf(uid),
    queryFn: ({ signal }) => client['imports.originsOf']({ uid }, signal),
  });
  if (origins.length === 0) return null;
  return (
    <section className={styles.origins} aria-labelledby="origins">
      <h3 id="origins" className={styles.heading}>
        {t('transfer.origins')}
      </h3>
      <ul>
        {origins.map(({ field, name, format, at }) => (
          <li key={`${field} ${name} ${at}`} className={styles.origin}>
            <span>{t(`transfer.fields.${field}`)}</span>
            <span className={styles.from}>
              {t('transfer.origin', {
                name,
                format: t(`transfer.formats.${format}`),
                day: exactDay(at),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
