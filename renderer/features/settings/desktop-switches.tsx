// What the desktop app does outside its window, on this computer: each only where somebody wants it.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShellSwitches } from '#contract/types/shell-switches.ts';
import { useLink } from '../../lib/client.ts';
import { sayChord } from '../../lib/say-keys.ts';
import { shellOf } from '../../lib/shell.ts';
import { toastError } from '../../lib/toasts.ts';
import { SwitchLine } from '../../ui/setting-line.tsx';

const names = ['tray', 'globalShortcut', 'notifications'] as const;

export function DesktopSwitches() {
  const { t } = useTranslation();
  const link = useLink();
  const [switches, setSwitches] = useState<ShellSwitches | null>(null);
  const take = (answer: Promise<ShellSwitches>) =>
    void answer.then(setSwitches, (error: unknown) => toastError(error));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; what changes them is here
  useEffect(() => take(shellOf(link)['shell.switches']({})), [link]);
  return names.map((name) => (
    <SwitchLine
      key={name}
      name={t(`settings.desk.${name}`)}
      hint={t(`settings.desk.${name}Hint`, { keys: sayChord('Mod+Alt+Shift+c') })}
      isOn={switches?.[name] ?? false}
      isDisabled={switches === null}
      onChange={(isOn) => take(shellOf(link)['shell.setSwitches']({ [name]: isOn }))}
    />
  ));
}
