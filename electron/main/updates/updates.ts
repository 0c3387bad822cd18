// Looks for a newer Lectern when somebody asks, or once a day where somebody wants that; fetches one when told to, and has it put
// in place when the app is closed. Nothing goes back to an older version.
import type { AppUpdater } from 'electron-updater/out/AppUpdater.js';
import type { Client } from '#contract/define.ts';
import { LibraryError } from '#contract/errors.ts';
import type { LibraryContract } from '#contract/library.ts';
import type { UpdateState } from '#contract/types/update.ts';
import type { Logger } from '#library/ports.ts';
import { noteRequests, switchedOff } from './noted-requests.ts';
import { updateProblem } from './update-problem.ts';

const RELEASES = 'https://example.org/lectern/releases';
const DAY_MS = 86_400_000;

/** Kept between starts, on this computer. */
export interface KeptUpdates {
  readonly isDaily: boolean;
  readonly lookedAt: number | null;
}

interface UpdatesSides {
  readonly version: string;
  readonly way: UpdateState['way'];
  /** Only when it is needed: nothing of it is read before. */
  readonly openUpdater: () => Promise<AppUpdater>;
  /** The client of now. */
  readonly library: () => Pick<Client<LibraryContract>, 'settings.get' | 'network.record'>;
  readonly kept: { now(): KeptUpdates; change(kept: KeptUpdates): void };
  readonly now: () => number;
  readonly log: Pick<Logger, 'warn' | 'error'>;
}

export interface Updates {
  state(): UpdateState;
  setDaily(isDaily: boolean): UpdateState;
  /** @throws LibraryError offline, unreachable, not_allowed */
  look(): Promise<UpdateState>;
  /** Where it is time for it. @returns a version that was found by it */
  lookDaily(): Promise<string | null>;
  /** @throws LibraryError not_found before one was found; offline, unreachable, not_allowed: nothing is kept of it */
  fetch(): Promise<UpdateState>;
  /** What is under way ends where the network was switched off. */
  settingsChanged(): Promise<void>;
}

export function updates(sides: UpdatesSides): Updates {
  const { version, way, kept, log } = sides;
  let isOn = false;
  let opened: Promise<AppUpdater> | null = null;
  let offer: { version: string; cancel: () => void; fetch: () => Promise<unknown> } | null = null;
  let stage: UpdateState['stage'] = 'none';

  const state = (): UpdateState => ({
    way,
    version,
    releases: RELEASES,
    ...kept.now(),
    found: offer?.version ?? null,
    stage,
  });

  async function open(): Promise<AppUpdater> {
    const updater = await sides.openUpdater();
    updater.autoDownload = false;
    updater.allowDowngrade = false;
    updater.allowPrerelease = false;
    updater.disableWebInstaller = true;
    updater.logger = {
      info() {},
      warn: (text: unknown) => log.warn(`updates: ${String(text)}`),
      error: (text: unknown) => log.warn(`updates: ${String(text)}`),
    };
    noteRequests(updater, {
      isOn: () => isOn,
      now: sides.now,
      note: (request) =>
        void sides
          .library()
          ['network.record']({ requests: [request] })
          .catch((error: unknown) => log.error('updates: a request could not be noted', error)),
    });
    return updater;
  }

  /** Without an answer of the library nothing goes out: it may be that nothing is to. */
  async function readSwitch(): Promise<void> {
    isOn = (await sides.library()['settings.get']({})).network;
    if (!isOn) throw switchedOff();
  }

  async function look(): Promise<UpdateState> {
    if (way === 'package') {
      throw new LibraryError('not_allowed', 'Updates come as a new package.');
    }
    if (stage !== 'none') return state();
    await readSwitch();
    kept.change({ ...kept.now(), lookedAt: sides.now() });
    opened ??= open();
    // What could not be opened is tried anew the next time.
    opened.catch(() => {
      opened = null;
    });
    try {
      const updater = await opened;
      const result = await updater.checkForUpdates();
      const found = result?.isUpdateAvailable ? result.updateInfo.version : null;
      const isNewer = found !== null && updater.currentVersion.compare(found) < 0;
      const token = result?.cancellationToken;
      offer =
        isNewer && token
          ? {
              version: found,
              cancel: () => token.cancel(),
              fetch: () => updater.downloadUpdate(token),
            }
          : null;
      return state();
    } catch (error) {
      offer = null;
      throw updateProblem(error);
    }
  }

  return {
    state,
    look,
    setDaily(isDaily) {
      kept.change({ ...kept.now(), isDaily });
      return state();
    },
    async lookDaily() {
      if (way === 'package') return null;
      const { isDaily, lookedAt } = kept.now();
      // A clock that was set back must not keep it from looking.
      if (!isDaily || (lookedAt !== null && Math.abs(sides.now() - lookedAt) < DAY_MS)) return null;
      const before = offer?.version;
      const { found } = await look();
      return found === before ? null : found;
    },
    async fetch() {
      if (stage !== 'none') return state();
      const taken = offer;
      if (!taken) throw new LibraryError('not_found', 'Look for a newer version first.');
      stage = 'fetching';
      try {
        await readSwitch();
        await taken.fetch();
        stage = 'ready';
        return state();
      } catch (error) {
        stage = 'none';
        offer = null;
        throw isOn ? updateProblem(error) : switchedOff();
      }
    },
    async settingsChanged() {
      if (!opened) return;
      await readSwitch().catch(() => {
        isOn = false;
        if (stage === 'fetching') offer?.cancel();
      });
    },
  };
}
