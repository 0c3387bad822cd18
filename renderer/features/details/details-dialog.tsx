// What an article is called, who wrote it, when and where: put right by hand.
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article, ArticleDetails } from '#contract/types/article.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { useArticleActions } from '../../lib/article-actions.ts';
import { useArticle } from '../../lib/queries.ts';
import { useFocusAtStart } from '../../lib/use-focus-at-start.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormField, FormProblem } from '../../ui/form-field.tsx';
import styles from './details-dialog.module.css';

interface DetailsDialogProps {
  readonly uid: ArticleUid;
  readonly onClose: () => void;
  /** What else is known of how it came to be called so. */
  readonly children: ReactNode;
}

export function DetailsDialog({ uid, onClose, children }: DetailsDialogProps) {
  const { t } = useTranslation();
  const { data: article } = useArticle(uid);
  return (
    <Dialog title={t('details.heading')} size="wide" onClose={onClose}>
      {article && <DetailsForm article={article} onClose={onClose} />}
      {children}
    </Dialog>
  );
}

type Field = keyof ArticleDetails;

const known = (article: Article): Record<Field, string> => ({
  title: article.title,
  author: article.author ?? '',
  siteName: article.siteName ?? '',
  publishedAt: article.publishedAt ?? '',
  url: article.url ?? '',
});

const fields = ['title', 'author', 'siteName', 'publishedAt', 'url'] as const satisfies Field[];

function DetailsForm({ article, onClose }: { article: Article; onClose: () => void }) {
  const { t } = useTranslation();
  const { describe } = useArticleActions();
  const [before] = useState(() => known(article));
  const [words, setWords] = useState(before);
  const [wrong, setWrong] = useState<string | null>(null);
  const first = useRef<HTMLInputElement>(null);
  useFocusAtStart(first);
  // Only what was changed: what the page says may become better by itself one day.
  const changed = fields.filter((field) => words[field] !== before[field]);

  const save = async () => {
    if (changed.length === 0) return onClose();
    const details = Object.fromEntries(changed.map((field) => [field, words[field]]));
    const problem = await describe(article.uid, details);
    if (problem === null) onClose();
    else setWrong(problem);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {fields.map((field) => (
        <FormField
          key={field}
          ref={field === 'title' ? first : null}
          label={t(`details.${field}`)}
          value={words[field]}
          onChange={(value) => setWords({ ...words, [field]: value })}
          hint={field === 'publishedAt' ? t('details.publishedHint') : undefined}
          isPlain={field !== 'title'}
          dir={field === 'url' ? 'ltr' : 'auto'}
        />
      ))}
      {wrong !== null && <FormProblem>{wrong}</FormProblem>}
      <div className={styles.foot}>
        <p className={styles.hint}>{t('details.hint')}</p>
        <Button kind="primary" type="submit">
          {t('details.save')}
        </Button>
      </div>
    </form>
  );
}
