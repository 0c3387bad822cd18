// Whether there is a newer version: asked by a button, or once a day where somebody wants that; fetched only when told to.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UpdateState } from '#contract/types/update.ts';
import { useLink } from '../../lib/client.ts';
import { age } from '../../lib/format.ts';
import { useNow } from '../../lib/now.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { shellOf } from '../../lib/shell.ts';
import { toastError } from '../../lib/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { SettingLine, SwitchLine } from '../../ui/setting-line.tsx';

export function Updates() {
  const { t } = useTranslation();
  const link = useLink();
  const now = useNow();
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const { data: state, refetch } = useQuery({
    queryKey: queryKeys.updates,
    queryFn: ({ signal }) => shellOf(link)['shell.updates']({}, signal),
  });
  const take = (answer: Promise<UpdateState>) => {
    setBusy(true);
    void answer
      .then(
        (next) => queries.setQueryData(queryKeys.updates, next),
        (error: unknown) => {
          toastError(error);
          void refetch();
        },
      )
      .finally(() => setBusy(false));
  };
  if (!state) return null;
  const { way, found, stage, lookedAt, isDaily } = state;
  if (way === 'package') {
    return (
      <SettingLine
        name={t('settings.updates.title')}
        hint={
          <>
            {t('settings.updates.package')} <bdi dir="ltr">{state.releases}</bdi>
          </>
        }
      />
    );
  }
  const hint = () => {
    if (stage === 'ready') return t('settings.updates.ready', { version: found });
    if (found) return t('settings.updates.found', { version: found });
    if (lookedAt === null) return t('settings.updates.never');
    return t('settings.updates.looked', { when: age(lookedAt, now) });
  };
  return (
    <>
      <SettingLine name={t('settings.updates.title')} hint={<span role="status">{hint()}</span>}>
        {stage !== 'ready' && (
          <Button
            isDisabled={isBusy || stage === 'fetching'}
            onPress={() =>
              take(shellOf(link)[found ? 'shell.fetchUpdate' : 'shell.lookForUpdate']({}))
            }
          >
            {t(found ? 'settings.updates.fetch' : 'settings.updates.look')}
          </Button>
        )}
      </SettingLine>
      <SwitchLine
        name={t('settings.updates.daily')}
        hint={t('settings.updates.dailyHint')}
        isOn={isDaily}
        onChange={(on) => take(shellOf(link)['shell.setDailyUpdates']({ isDaily: on }))}
      />
    </>
  );
}
