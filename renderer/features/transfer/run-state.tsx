// How far an import is, and what can be done about it: stop it, go on, take it back.
import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportRun } from '#contract/types/import.ts';
import { useArticleActions } from '../../lib/article-actions.ts';
import { useClient } from '../../lib/client.ts';
import { useIsReadOnly } from '../../lib/queries.ts';
import { toastError } from '../../lib/toasts.ts';
import { Button } from '../../ui/button.tsx';
import styles from './report-page.module.css';
import { useRunFacts } from './run-facts.ts';

export function RunState({ run }: { readonly run: ImportRun }) {
  const { t } = useTranslation();
  const client = useClient();
  const { say } = useArticleActions();
  const isReadOnly = useIsReadOnly();
  const facts = useRunFacts(run);
  const { uid, state, done, total, problem, canResume, canUndo } = run;
  const tell = (work: Promise<unknown>) => void work.catch((error: unknown) => toastError(error));
  const undo = async () => {
    const { step } = await client['imports.undo']({ uid });
    if (step) say(step);
  };
  return (
    <div className={styles.state}>
      <div className={styles.words}>
        <output className={styles.facts}>{facts}</output>
        {run.undone && run.counts.imported > 0 && (
          <p className={styles.hint}>{t('transfer.undoneHint')}</p>
        )}
        {problem && (
          <p className={styles.problem} role="alert">
            {problem.message}
          </p>
        )}
        {state === 'running' && (
          <progress
            className={styles.bar}
            aria-label={t('transfer.running')}
            value={done}
            max={Math.max(total, 1)}
          />
        )}
      </div>
      {!isReadOnly && (
        <span className={styles.tools}>
          {state === 'running' && (
            <Button onPress={() => tell(client['imports.stop']({ uid }))}>
              {t('actions.stop')}
            </Button>
          )}
          {canResume && (
            <Button kind="primary" onPress={() => tell(client['imports.resume']({ uid }))}>
              {t('transfer.resume')}
            </Button>
          )}
          {canUndo && state !== 'running' && (
            <Button icon={Undo2} onPress={() => tell(undo())}>
              {t('transfer.undo')}
            </Button>
          )}
        </span>
      )}
    </div>
  );
}
