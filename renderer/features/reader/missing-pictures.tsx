// Which pictures of an article are missing, why, and when they are asked for again.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { MissingPicture } from '#contract/types/missing-picture.ts';
import { useClient } from '../../lib/client.ts';
import { timeUntil } from '../../lib/format.ts';
import { useNow } from '../../lib/now.ts';
import { useIsReadOnly } from '../../lib/queries.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { toastError } from '../../lib/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './missing-pictures.module.css';

interface MissingPicturesProps {
  readonly uid: ArticleUid;
  readonly onClose: () => void;
}

export function MissingPictures({ uid, onClose }: MissingPicturesProps) {
  const { t } = useTranslation();
  const client = useClient();
  const isReadOnly = useIsReadOnly();
  const { data: pictures } = useQuery({
    queryKey: queryKeys.missingOf(uid),
    queryFn: ({ signal }) => client['pictures.missing']({ uid }, signal),
  });
  const canRetry = pictures?.some(isInNetwork) ?? false;
  return (
    <Dialog title={t('missingPictures.title')} size="wide" onClose={onClose}>
      <p className={styles.hint}>{t('missingPictures.hint')}</p>
      {canRetry && !isReadOnly && (
        <p className={styles.tools}>
          {/* Not disabled while it works: it would lose the focus, and the keys with it. To ask twice asks once. */}
          <Button
            kind="primary"
            onPress={() => void client['pictures.retry']({ uid }).catch(toastError)}
          >
            {t('missingPictures.retry')}
          </Button>
        </p>
      )}
      <output className={styles.hint}>{pictures?.length === 0 && t('missingPictures.none')}</output>
      <ul>
        {pictures?.map((picture, at) => (
          <Line key={picture.url ?? at} picture={picture} />
        ))}
      </ul>
    </Dialog>
  );
}

const isInNetwork = ({ url }: MissingPicture): boolean => url?.startsWith('http') ?? false;

function Line({ picture }: { readonly picture: MissingPicture }) {
  const { t } = useTranslation();
  const { url, problem, state, tries, dueAt } = picture;
  const now = useNow();
  const again = () => {
    if (state === 'fetching') return t('missingPictures.fetching');
    if (dueAt === null) return t('missingPictures.givenUp');
    const when = timeUntil(dueAt, now);
    return tries === 0
      ? t('missingPictures.next', { when })
      : t('missingPictures.again', { count: tries, when });
  };
  return (
    <li className={styles.row}>
      <span className={styles.address} dir="ltr">
        {url?.replace(/^companion:/, '') ?? t('missingPictures.inPage')}
      </span>
      <span className={styles.why}>{problem.message}</span>
      <span className={styles.when}>{again()}</span>
    </li>
  );
}
