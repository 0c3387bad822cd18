// Makes a Debian package of an unpacked program. Usage: deb-installer.mjs APP OUTPUT
import { chmod, copyFile, mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Installer } from 'electron-installer-debian';
import { root } from './ensure.mjs';

/** Where each file goes, and how it may be used. */
const FILES = [
  ['resources/linux/lectern.sh', 'bin/lectern', 0o755],
  ['resources/linux/lectern-mime.xml', 'share/mime/packages/lectern.xml', 0o644],
  [
    'resources/linux/org.lectern.app.metainfo.xml',
    'share/metainfo/org.lectern.app.metainfo.xml',
    0o644,
  ],
  ['LICENSE', 'share/doc/lectern/copyright', 0o644],
  ['CHANGELOG.md', 'share/doc/lectern/changelog', 0o644],
];

class LecternInstaller extends Installer {
  /** Instead of a link to the program, a script that knows when no display is needed; no word to a linter nobody runs. */
  get contentFunctions() {
    return ['copyApplication', 'copyLinuxIcons', 'createControl', 'createDesktopFile', 'copyFiles'];
  }

  async copyFiles() {
    for (const [from, to, mode] of FILES) {
      const file = join(this.stagingDir, 'usr', to);
      await mkdir(dirname(file), { recursive: true });
      await copyFile(join(root, from), file);
      await chmod(file, mode);
    }
  }
}

process.umask(0o022);
const [, , src = '', dest = ''] = process.argv;
const installer = new LecternInstaller({
  src,
  dest,
  arch: 'amd64',
  name: 'lectern',
  bin: 'lectern',
  section: 'text',
  // Beside what electron-installer-debian knows: Chromium is linked with it, and does not start without. The first is its name since
  // Debian 13 and Ubuntu 24.04.
  depends: ['libasound2t64 | libasound2'],
  icon: await icons(),
  desktopTemplate: join(root, 'resources/linux/lectern.desktop'),
  productDescription:
    'Clip what you read on the web, read it in peace, and find it again years later, by any word in it, without a network, an account or a server.',
  rename: (folder) => join(folder, '<%= name %>_<%= version %>_<%= arch %>.deb'),
  logger: () => undefined,
});
await installer.generateDefaults();
installer.generateOptions();
await installer.createStagingDir();
await installer.createContents();
await installer.createPackage();
await installer.movePackage();
for (const file of installer.options.packagePaths) console.log(file);

/** By their size, as the icon theme names its folders. */
async function icons() {
  const folder = join(root, 'resources/icons');
  const sizes = (await readdir(folder)).filter((name) => name.endsWith('.png'));
  return Object.fromEntries([
    ...sizes.map((name) => [name.replace('.png', ''), join(folder, name)]),
    ['scalable', join(root, 'resources/icon.svg')],
  ]);
}
