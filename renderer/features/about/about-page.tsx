// What this is: its version, its licence, and the packages that it is made of, with theirs.
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TellTargets } from '../../lib/selection.ts';
import { ErrorNotice } from '../../ui/notice.tsx';
import { WidePage } from '../../ui/wide-page.tsx';
import styles from './about-page.module.css';

interface AboutPageProps {
  /** The button that calls the sidebar, where that does not stand beside the page. */
  readonly menu: ReactNode;
  /** No article stands in a row of this page. */
  readonly onTargets: TellTargets;
}

/** A file of the program, as large as all the rest of the page: not before it is asked for. */
const readAbout = async () => (await import('virtual:licences')).default;

export function AboutPage({ menu, onTargets }: AboutPageProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['program'],
    queryFn: readAbout,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => onTargets(null, null), [onTargets]);
  return (
    <WidePage
      menu={menu}
      title={t('shelves.about')}
      count={data && t('about.version', { version: data.version })}
    >
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data && (
        <div className={styles.column}>
          <p>{t('about.promise')}</p>
          <p>{t('about.packages', { count: data.packages.length })}</p>
          <ul className={styles.packages}>
            {data.packages.map(({ name, version, licence, text }) => (
              <Package
                key={`${name} ${version}`}
                name={name}
                about={`${version} · ${licence}`}
                text={data.texts[text] || t('about.noText')}
              />
            ))}
          </ul>
        </div>
      )}
    </WidePage>
  );
}

interface PackageProps {
  readonly name: string;
  readonly about: string;
  readonly text: string;
}

/** Its licence stands there only while it is read: all of them together are a book. */
function Package({ name, about, text }: PackageProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={styles.name} dir="ltr">
          <bdi>{name}</bdi> <span className={styles.about}>{about}</span>
        </summary>
        {isOpen && (
          <p className={styles.text} lang="en" dir="ltr">
            {text}
          </p>
        )}
      </details>
    </li>
  );
}
