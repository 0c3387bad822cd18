// A dialog with a few fields and one button that takes them: what is wrong with them stands above it.
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import styles from './form-dialog.module.css';
import { FormProblem } from './form-field.tsx';

interface FormDialogProps {
  readonly title: string;
  /** What the button says. */
  readonly action: string;
  /** What the library had against it, in a sentence. */
  readonly problem?: string | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function FormDialog(props: FormDialogProps) {
  const { title, action, problem = null, onSubmit, onClose, children } = props;
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
        {problem !== null && <FormProblem>{problem}</FormProblem>}
        <div className={styles.foot}>
          <Button kind="primary" type="submit">
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
