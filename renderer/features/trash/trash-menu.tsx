// What can be done with the trash as a whole: empty it, or let it empty itself.
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../../lib/queries.ts';
import { toastError } from '../../lib/toasts.ts';
import { trashTimes } from '../../lib/trash-times.ts';
import { IconButton } from '../../ui/button.tsx';
import { MenuAction, MenuButton, MenuChoice } from '../../ui/menu.tsx';

interface TrashMenuProps {
  readonly isEmpty: boolean;
  readonly onEmpty: () => void;
}

export function TrashMenu({ isEmpty, onEmpty }: TrashMenuProps) {
  const { t } = useTranslation();
  const { settings, keep } = useSettings();
  const days = settings.emptyTrashAfterDays;
  return (
    <MenuButton
      label={t('trash.menu')}
      button={<IconButton icon={Trash2} label={t('trash.menu')} />}
    >
      {!isEmpty && <MenuAction icon={Trash2} label={t('trash.empty')} onAction={onEmpty} />}
      <MenuChoice
        label={t('trash.byItself')}
        value={trashTimes.find((time) => time === String(days)) ?? 'never'}
        onChange={(time) => {
          keep({ emptyTrashAfterDays: time === 'never' ? null : Number(time) }).catch(
            (error: unknown) => toastError(error),
          );
        }}
        options={trashTimes.map((value) => ({
          value,
          label: value === 'never' ? t('trash.never') : t('trash.after', { count: Number(value) }),
        }))}
      />
    </MenuButton>
  );
}
