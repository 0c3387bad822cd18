// `npm run package:deb -- FOLDER`: a Debian package out of a folder with Electron, without a network. electron-builder puts the
// program together as for any other target; only the package around it is made by electron-installer-debian, since builder
// would download a packager.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, callerDir, install, node24, root, run } from './ensure.mjs';

const OUTPUT = join(root, 'dist');
const APP = join(OUTPUT, 'linux-unpacked');

try {
  const electron = electronFolder();
  await install();
  await build();
  await unpacked(electron);
  console.error('Compressing the package; this takes some minutes.');
  const code = await run(node24(), [join(root, 'scripts/deb-installer.mjs'), APP, OUTPUT]);
  if (code !== 0) throw new Error(`The package could not be made (exit ${code}); see above.`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** Given, or the one of whoever runs an Electron of their own. */
function electronFolder() {
  const given = process.argv[2] ?? process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const folder = given && resolve(callerDir('package:deb'), given);
  if (!folder || !existsSync(join(folder, 'electron')) || !existsSync(join(folder, 'version'))) {
    throw new Error(
      'Name a folder with Electron for Linux (it holds “electron” and “version”): npm run package:deb -- FOLDER',
    );
  }
  return { folder, version: readFileSync(join(folder, 'version'), 'utf8').trim() };
}

async function unpacked({ folder, version }) {
  rmSync(APP, { recursive: true, force: true });
  const code = await run(
    node24(),
    [
      join(root, 'node_modules/electron-builder/cli.js'),
      '--config',
      'electron.builder.yml',
      '--linux',
      '--dir',
      `-c.electronDist=${folder}`,
      `-c.electronVersion=${version}`,
    ],
    { cwd: root },
  );
  if (code !== 0) throw new Error(`electron-builder ended with exit code ${code}; see above.`);
  // What else lies in a given folder is no part of Electron; updates of a package come as a package, from nowhere else.
  for (const name of readdirSync(join(APP, 'resources'))) {
    if (!name.startsWith('app.asar')) {
      rmSync(join(APP, 'resources', name), { recursive: true });
    }
  }
}
