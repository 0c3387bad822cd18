// How much room backups may take, in times the size of the library.
import { useTranslation } from 'react-i18next';
import { useSettings } from '../../lib/queries.ts';
import { toastError } from '../../lib/toasts.ts';
import { ChoiceLine } from '../../ui/setting-line.tsx';

const choices = [1, 2, 4, 8, 16];

export function RoomLine({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const { t } = useTranslation();
  const { settings, isKnown, keep } = useSettings();
  const { backupBudget } = settings;
  // Another one may have been chosen elsewhere.
  const offered = [...new Set([...choices, backupBudget])].sort((a, b) => a - b);
  return (
    <ChoiceLine
      name={t('storage.room')}
      hint={t('storage.roomHint')}
      value={String(backupBudget)}
      options={offered.map((times) => ({
        value: String(times),
        label: t('storage.roomTimes', { count: times }),
      }))}
      isDisabled={isReadOnly || !isKnown}
      onChange={(times) => {
        keep({ backupBudget: Number(times) }).catch((error: unknown) => toastError(error));
      }}
    />
  );
}
