// How the window and the articles in it are set. Below the button of the open article, or in a dialog of its own.
import { type RefObject, useMemo, useState } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ArticleUid } from '#contract/types/ids.ts';
import { cx } from '../../ui/cx.ts';
import { Dialog as TitledDialog } from '../../ui/dialog.tsx';
import overlay from '../../ui/overlay.module.css';
import { TypeChoices } from './type-choices.tsx';
import styles from './type-settings.module.css';

interface TypeSettingsProps {
  /** The open article, whose type can be another than the rest's. */
  readonly article: ArticleUid | null;
  /** Where an article is open, the settings hang below its button, so that their effect is seen. */
  readonly anchor: RefObject<{ typeButton(): HTMLButtonElement | null } | null> | null;
  readonly onClose: () => void;
}

export function TypeSettings({ article, anchor, onClose }: TypeSettingsProps) {
  const { t } = useTranslation();
  const button = useMemo(
    () => ({
      get current() {
        return anchor?.current?.typeButton() ?? null;
      },
    }),
    [anchor],
  );
  // In focus mode the bar with the button is not there.
  const [isBeside] = useState(() => button.current?.checkVisibility() ?? false);
  if (!isBeside) {
    return (
      <TitledDialog title={t('type.title')} onClose={onClose}>
        <TypeChoices article={article} />
      </TitledDialog>
    );
  }
  return (
    <Popover
      isOpen
      triggerRef={button}
      placement="bottom end"
      offset={6}
      className={cx(overlay.popover, styles.popover)}
      onOpenChange={(open) => !open && onClose()}
    >
      <Dialog aria-label={t('type.title')} className={cx(styles.dialog)}>
        <TypeChoices article={article} />
      </Dialog>
    </Popover>
  );
}
