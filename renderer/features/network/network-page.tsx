// Every request that the program made, the last first: whom it spoke with, what for, and how much came.
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NetworkReason, NetworkRequest } from '#contract/types/network.ts';
import { byteSize, exactDay, exactSecond } from '../../lib/format.ts';
import { useIsReadOnly, useSettings } from '../../lib/queries.ts';
import type { TellTargets } from '../../lib/selection.ts';
import { toastError } from '../../lib/toasts.ts';
import { cx } from '../../ui/cx.ts';
import { ErrorNotice, Notice } from '../../ui/notice.tsx';
import { ChoiceLine, SwitchLine } from '../../ui/setting-line.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { WidePage } from '../../ui/wide-page.tsx';
import styles from './network-page.module.css';
import { useNetworkSummary, useRequests } from './use-network.ts';

interface NetworkPageProps {
  /** The button that calls the sidebar, where that does not stand beside the page. */
  readonly menu: ReactNode;
  /** No article stands in a row of this page. */
  readonly onTargets: TellTargets;
}

const ESTIMATED_HEIGHT = 53;

export function NetworkPage({ menu, onTargets }: NetworkPageProps) {
  const { t } = useTranslation();
  const { data: summary } = useNetworkSummary();
  const [reason, setReason] = useState<NetworkReason | 'all'>('all');
  const { requests, isKnown, error, refetch, reach } = useRequests(
    reason === 'all' ? null : reason,
  );
  const keyAt = useCallback((index: number) => String(requests[index]?.id ?? index), [requests]);
  useEffect(() => onTargets(null, null), [onTargets]);
  const count = summary?.sums.reduce((sum, one) => sum + one.requests, 0) ?? 0;
  const bytes = summary?.sums.reduce((sum, one) => sum + one.bytes, 0) ?? 0;
  const options = [
    { value: 'all' as const, label: t('network.all') },
    ...(summary?.sums ?? []).map((sum) => ({
      value: sum.reason,
      label: t('network.sum', {
        what: t(`network.reasons.${sum.reason}`),
        count: sum.requests,
        size: byteSize(sum.bytes),
      }),
    })),
  ];
  return (
    <WidePage
      menu={menu}
      title={t('shelves.network')}
      count={summary && count > 0 && t('network.total', { count, size: byteSize(bytes) })}
      controls={
        <div className={styles.controls}>
          <p className={styles.hint}>
            {t('network.what')}{' '}
            {summary &&
              t('network.keeps', {
                count: summary.keeps.requests,
                years: Math.round(summary.keeps.days / 365),
              })}{' '}
            {summary && summary.dropped > 0 && t('network.dropped', { count: summary.dropped })}
          </p>
          <Switch />
          {options.length > 2 && (
            <ChoiceLine
              name={t('network.show')}
              value={reason}
              options={options}
              onChange={setReason}
            />
          )}
        </div>
      }
    >
      {error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : isKnown && requests.length === 0 ? (
        <Notice title={t('empty.network.title')} hint={t('empty.network.hint')} />
      ) : (
        <VirtualList
          label={t('shelves.network')}
          count={requests.length}
          keyAt={keyAt}
          estimate={ESTIMATED_HEIGHT}
          onShow={reach}
          renderEntry={(index) => {
            const request = requests[index];
            const before = requests[index - 1];
            if (!request) return null;
            const isNewDay = !before || exactDay(before.at) !== exactDay(request.at);
            return <Row request={request} day={isNewDay ? exactDay(request.at) : null} />;
          }}
        />
      )}
    </WidePage>
  );
}

function Switch() {
  const { t } = useTranslation();
  const { settings, isKnown, keep } = useSettings();
  const isReadOnly = useIsReadOnly();
  return (
    <SwitchLine
      name={t('network.switch')}
      hint={t(settings.network ? 'network.on' : 'network.off')}
      isOn={settings.network}
      isDisabled={!isKnown || isReadOnly}
      onChange={(network) => {
        keep({ network }).catch((failure: unknown) => toastError(failure));
      }}
    />
  );
}

function Row({ request, day }: { readonly request: NetworkRequest; readonly day: string | null }) {
  const { t } = useTranslation();
  const { at, host, reason, bytes, status, code } = request;
  return (
    <>
      {day !== null && <h2 className={styles.day}>{day}</h2>}
      <div className={styles.row}>
        <time className={styles.time} dateTime={new Date(at).toISOString()}>
          {exactSecond(at)}
        </time>
        <span className={styles.what}>
          <span className={styles.host} dir="ltr">
            {host}
          </span>
          <span className={styles.facts}>{t(`network.reasons.${reason}`)}</span>
        </span>
        <span className={cx(styles.outcome, code !== null && styles.failed)}>
          {code !== null
            ? t(`network.outcomes.${code}`, { defaultValue: t('network.failed') })
            : (status ?? t('network.open'))}
        </span>
        <span className={styles.bytes}>{byteSize(bytes)}</span>
      </div>
    </>
  );
}
