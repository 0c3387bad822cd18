// Installs packages of the system, where that is Debian and we may.
import { existsSync } from 'node:fs';
import { run } from './ensure.mjs';

const MINUTE = 60_000;

/** @returns {Promise<boolean>} whether it was tried */
export async function installOnDebian(...packages) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  const apt = (...args) =>
    run('apt-get', ['-qq', ...args], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 2],
      timeout: 10 * MINUTE,
    });
  await apt('update');
  await apt('install', '-y', '--no-install-recommends', ...packages);
  return true;
}
