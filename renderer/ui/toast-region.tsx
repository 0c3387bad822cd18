// Shows the toasts.
import { X } from 'lucide-react';
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Text,
  UNSTABLE_ToastContent as ToastContent,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { toasts } from '../lib/toasts.ts';
import { Button, IconButton } from './button.tsx';
import { cx } from './cx.ts';
import styles from './toast-region.module.css';

export function ToastRegion() {
  const { t } = useTranslation();
  return (
    <AriaToastRegion queue={toasts} aria-label={t('toasts.region')} className={cx(styles.region)}>
      {({ toast }) => {
        const { tone, title, detail, action } = toast.content;
        const close = () => toasts.close(toast.key);
        return (
          <AriaToast toast={toast} className={cx(styles.toast, styles[tone])}>
            <ToastContent className={cx(styles.content)}>
              <Text slot="title" className={cx(styles.title)}>
                {title}
              </Text>
              {detail && (
                <Text slot="description" className={cx(styles.detail)}>
                  {detail}
                </Text>
              )}
            </ToastContent>
            {action && (
              <Button
                kind="quiet"
                onPress={() => {
                  close();
                  action.run();
                }}
              >
                {action.label}
              </Button>
            )}
            <IconButton icon={X} label={t('actions.close')} onPress={close} />
          </AriaToast>
        );
      }}
    </AriaToastRegion>
  );
}
