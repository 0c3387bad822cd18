// `npm start`: Lectern in its own window, or in the browser where Electron or a display cannot be had.
// Arguments go through: npm start -- --library DIR --port N, files and addresses to clip.
import { join } from 'node:path';
import { electronBinary, electronObstacle, fetchElectron } from './electron.mjs';
import { build, callerDir, install, node24, root, run } from './ensure.mjs';

let told = false;
const tell = (why) => {
  if (why && !told)
    console.log(`No desktop window, because ${why}. Lectern opens in the browser instead.`);
  told ||= Boolean(why);
  return why;
};

try {
  const cwd = callerDir('start');
  const args = process.argv.slice(2);
  const probe = electronObstacle().then(tell); // while npm ci runs, so it costs no time
  await install();
  const node = node24();
  await build();
  const why = (await probe) ?? tell(await fetchElectron(node));
  if (why) {
    // The host prints its address as the last line.
    process.exitCode = await run(node, [join(root, 'out/main/http-host.js'), ...args], {
      cwd,
    });
  } else {
    // Chromium refuses its sandbox to root. Switches must stand before the app's path.
    const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    process.exitCode = await run(electronBinary(), [...switches, root, ...args], { cwd });
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
