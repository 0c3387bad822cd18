// The desktop shell, for what cannot be done without it.
import type { Client } from '#contract/define.ts';
import type { DesktopContract } from '#contract/desktop.ts';
import { LibraryError } from '#contract/errors.ts';
import type { Link } from './link.ts';

/** @throws host_gone while the window waits for its first answer */
export function shellOf(link: Link): Client<DesktopContract> {
  const shell = link.desktop();
  if (!shell) throw new LibraryError('host_gone', '');
  return shell;
}
