// Updates by the real electron-updater against a feed on this computer: what is offered, what is refused, and that nobody is asked
// while the network is switched off. Only Electron's own way into the network is another: Node's.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { AppImageUpdater } from 'electron-updater/out/AppImageUpdater.js';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { updateWay } from '../../electron/main/updates/update-way.ts';
import { type KeptUpdates, updates } from '../../electron/main/updates/updates.ts';
import { startLocalSite } from '../support/local-site.ts';
import { makeContext } from '../support/make-context.ts';
import { tempDir } from '../support/temp-dir.ts';

const DAY = 86_400_000;
const program = Buffer.from('a program that is newer than the one that runs');
const sum = (bytes: Buffer) => createHash('sha512').update(bytes).digest('base64');

class NodeExecutor extends ElectronHttpExecutor {
  override createRequest(options: object, onResponse: (response: IncomingMessage) => void) {
    return request(options, onResponse) as never;
  }
}

beforeEach(() => {
  vi.stubEnv('APPIMAGE', join(tempDir(), 'lectern.AppImage'));
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
});

/** A feed that offers a version, and a Lectern 1.2.3 that may look there. */
async function makeFeed(version: string, { sha512 = sum(program) } = {}) {
  const name = `lectern-${version}.AppImage`;
  const feed = JSON.stringify({ version, path: name, sha512, files: [{ url: name, sha512 }] });
  const site = await startLocalSite({ [`/${name}`]: (_, to) => to.end(program) });
  onTestFinished(() => site.close());
  for (const file of ['latest-linux.yml', 'latest-linux-arm64.yml', 'latest-mac.yml', 'latest.yml'])
    site.add({ [`/${file}`]: feed });
  const context = await makeContext();
  const dir = tempDir();
  const config = join(dir, 'app-update.yml');
  writeFileSync(config, `provider: generic\nurl: ${site.origin}\nupdaterCacheDirName: lectern\n`);
  let quit: (code: number) => void = () => undefined;
  const openUpdater = async () => {
    const updater = new AppImageUpdater(null, {
      version: '1.2.3',
      name: 'lectern',
      isPackaged: true,
      appUpdateConfigPath: config,
      userDataPath: dir,
      baseCachePath: dir,
      whenReady: async () => undefined,
      relaunch: () => undefined,
      quit: () => undefined,
      onQuit(handler: (code: number) => void) {
        quit = handler;
      },
    });
    Object.assign(updater, { httpExecutor: new NodeExecutor() });
    updater.disableDifferentialDownload = true;
    return updater;
  };
  let kept: KeptUpdates = { isDaily: false, lookedAt: null };
  let now = 1_800_000_000_000;
  const it = updates({
    version: '1.2.3',
    way: 'itself',
    openUpdater,
    library: () => context.client,
    kept: {
      now: () => kept,
      change(next) {
        kept = next;
      },
    },
    now: () => now,
    log: { warn: () => undefined, error: (line, error) => expect.fail(`${line} ${String(error)}`) },
  });
  const ledger = async () =>
    (await context.client['network.list']({})).requests.map(
      ({ reason, host, status, code, bytes }) => [reason, host, status, code, bytes],
    );
  return {
    it,
    site,
    feed,
    ledger,
    dir,
    network: (network: boolean) => context.client['settings.change']({ network }),
    tick: (by: number) => {
      now += by;
    },
    quit: () => quit(0),
  };
}

test('a newer version is offered, fetched only when told to, and every request is in the ledger', async () => {
  const { it, site, ledger, feed, dir } = await makeFeed('1.3.0');
  expect(await it.look()).toMatchObject({ found: '1.3.0', stage: 'none', lookedAt: 1.8e12 });
  expect(site.requests).toHaveLength(1);
  await expect.poll(ledger).toEqual([['update', site.host, 200, null, feed.length]]);
  expect(await it.fetch()).toMatchObject({ found: '1.3.0', stage: 'ready' });
  expect(readFileSync(join(dir, 'lectern/pending/lectern-1.3.0.AppImage'))).toEqual(program);
  await expect.poll(ledger).toEqual([
    ['update', site.host, 200, null, program.length],
    ['update', site.host, 200, null, feed.length],
  ]);
  // Nothing by which a server could tell one reader from another.
  for (const { headers } of site.requests) expect(headers).not.toHaveProperty('x-user-staging-id');
});

test.each(['1.2.3', '1.2.2', '0.9.0', '1.2.3-beta.1'])('%s is not offered', async (version) => {
  const { it, site } = await makeFeed(version);
  expect(await it.look()).toMatchObject({ found: null });
  expect(site.requests).toHaveLength(1);
  await expect(it.fetch()).rejects.toMatchObject({ code: 'not_found' });
  expect(site.requests).toHaveLength(1);
});

test('what is not what was announced is thrown away', async () => {
  const { it, dir, site } = await makeFeed('1.3.0', { sha512: sum(Buffer.from('another')) });
  expect(await it.look()).toMatchObject({ found: '1.3.0' });
  await expect(it.fetch()).rejects.toMatchObject({ code: 'not_allowed' });
  expect(site.requests).toHaveLength(2);
  expect(it.state()).toMatchObject({ found: null, stage: 'none' });
  expect(readdirSync(join(dir, 'lectern/pending'))).toEqual([]);
});

test('while the network is switched off nobody is asked', async () => {
  const { it, site, network, ledger } = await makeFeed('1.3.0');
  await network(false);
  await expect(it.look()).rejects.toMatchObject({ code: 'offline' });
  expect([site.connections(), await ledger()]).toEqual([0, []]);
  await network(true);
  expect(await it.look()).toMatchObject({ found: '1.3.0' });
  expect(site.requests).toHaveLength(1);
  await network(false);
  await it.settingsChanged();
  await expect(it.fetch()).rejects.toMatchObject({ code: 'offline' });
  expect(site.requests).toHaveLength(1);
});

test('nobody is asked by itself before somebody wants it, and then once a day', async () => {
  const { it, site, tick } = await makeFeed('1.3.0');
  expect(await it.lookDaily()).toBeNull();
  expect(site.connections()).toBe(0);
  expect(it.setDaily(true)).toMatchObject({ isDaily: true, found: null });
  expect(await it.lookDaily()).toBe('1.3.0');
  tick(DAY - 1);
  expect(await it.lookDaily()).toBeNull();
  expect(site.requests).toHaveLength(1);
  tick(1);
  // It is said once.
  expect(await it.lookDaily()).toBeNull();
  expect(site.requests).toHaveLength(2);
});

test('a feed that cannot be read, or leads away from https, is refused in words', async () => {
  const { it, site } = await makeFeed('1.3.0');
  const path = '/latest-linux.yml';
  site.add({ [path]: 'no: [version' });
  await expect(it.look()).rejects.toMatchObject({ code: 'unreachable' });
  const url = 'http://lectern.invalid/lectern-1.3.0.AppImage';
  const sha512 = sum(program);
  site.add({
    [path]: JSON.stringify({ version: '1.3.0', path: url, sha512, files: [{ url, sha512 }] }),
  });
  expect(await it.look()).toMatchObject({ found: '1.3.0' });
  await expect(it.fetch()).rejects.toMatchObject({ code: 'not_allowed' });
});

test('only what can put a newer one in its own place looks for one', () => {
  const resources = tempDir();
  const linux = {
    isPackaged: true,
    platform: 'linux',
    env: { APPIMAGE: '/x' },
    resources,
  } as const;
  const windows = { ...linux, platform: 'win32', env: {} } as const;
  expect(updateWay(linux)).toBe('package');
  writeFileSync(join(resources, 'app-update.yml'), 'provider: generic\n');
  expect(updateWay(linux)).toBe('itself');
  expect(updateWay({ ...linux, env: {} })).toBe('package');
  expect(updateWay({ ...linux, isPackaged: false })).toBe('package');
  // Not signed: whose installer that is could not be told.
  expect(updateWay(windows)).toBe('package');
  writeFileSync(join(resources, 'app-update.yml'), 'provider: generic\npublisherName:\n  - Ann\n');
  expect(updateWay(windows)).toBe('itself');
  expect(updateWay({ ...windows, env: { PORTABLE_EXECUTABLE_FILE: 'x' } })).toBe('package');
});

test('the place of releases that is told is the one that packages are built for', async () => {
  const { it } = await makeFeed('1.2.3');
  const config = readFileSync(join(import.meta.dirname, '../../electron.builder.yml'), 'utf8');
  expect(/^publish: \{.*\burl: '([^']+)'/m.exec(config)?.[1]).toBe(it.state().releases);
});
