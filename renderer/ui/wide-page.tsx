// A page beside the sidebar that is no list of articles: a head with its title, then rows in one column.
import type { ReactNode } from 'react';
import styles from './wide-page.module.css';

interface WidePageProps {
  /** The button that calls the sidebar, where that does not stand beside the page. */
  readonly menu: ReactNode;
  /** Before the title. */
  readonly before?: ReactNode;
  readonly title: string;
  /** How much there is, said when it changes. */
  readonly count?: ReactNode;
  /** Buttons at the end of the head. */
  readonly tools?: ReactNode;
  /** Between the head and the rows. */
  readonly controls?: ReactNode;
  readonly children: ReactNode;
}

export function WidePage(props: WidePageProps) {
  const { menu, before, title, count, tools, controls, children } = props;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        {menu}
        {before}
        <h1 className={styles.title}>{title}</h1>
        <output className={styles.count}>{count}</output>
        {tools}
      </header>
      {controls && <div className={styles.controls}>{controls}</div>}
      <div className={styles.rows}>{children}</div>
    </div>
  );
}
