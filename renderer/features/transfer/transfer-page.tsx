// How articles come in from elsewhere and go out again: a drop box, what was dropped on it, and what was imported before.
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportUid } from '#contract/types/import.ts';
import { useIsReadOnly } from '../../lib/queries.ts';
import type { TellTargets } from '../../lib/selection.ts';
import { WidePage } from '../../ui/wide-page.tsx';
import { DropBox } from './drop-box.tsx';
import { FormerImports } from './former-imports.tsx';
import { Plan } from './plan.tsx';
import { TakeOut } from './take-out.tsx';
import styles from './transfer-page.module.css';
import type { Draft } from './use-draft.ts';

interface TransferPageProps {
  /** The button that calls the sidebar, where that does not stand beside the page. */
  readonly menu: ReactNode;
  readonly draft: Draft;
  /** Shows what becomes of an import. */
  readonly onReport: (uid: ImportUid) => void;
  /** Asks in which form the whole library is to go out. */
  readonly onExport: () => void;
  /** No article stands in a row of this page. */
  readonly onTargets: TellTargets;
}

export function TransferPage(props: TransferPageProps) {
  const { menu, draft, onReport, onExport, onTargets } = props;
  const { t } = useTranslation();
  const isReadOnly = useIsReadOnly();
  useEffect(() => onTargets(null, null), [onTargets]);
  const isChosen = draft.state.kind === 'planned' || draft.state.kind === 'reading';
  return (
    <WidePage menu={menu} title={t('shelves.import')}>
      <div className={styles.body}>
        {isChosen ? (
          <Plan draft={draft} onStarted={onReport} />
        ) : (
          <>
            {!isReadOnly && <DropBox draft={draft} />}
            <FormerImports />
            <TakeOut onExport={onExport} />
          </>
        )}
      </div>
    </WidePage>
  );
}
