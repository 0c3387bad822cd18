// A switch with its words: on or off, at once.
import type { ReactNode } from 'react';
import { Switch } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './toggle.module.css';

interface ToggleProps {
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isOn: boolean) => void;
  /** Where its words are more than its name. */
  readonly 'aria-labelledby'?: string;
  readonly 'aria-describedby'?: string;
  readonly children: ReactNode;
}

export function Toggle({ isOn, isDisabled = false, onChange, children, ...named }: ToggleProps) {
  return (
    <Switch
      {...named}
      className={cx(styles.switch)}
      isSelected={isOn}
      isDisabled={isDisabled}
      onChange={onChange}
    >
      {children}
      <span className={styles.knob} aria-hidden />
    </Switch>
  );
}
