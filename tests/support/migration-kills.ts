// Kills a process that brings an old library up to date, and looks whether it was left between two versions.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { libraryContract } from '#contract/library.ts';
import { openLibrary } from '#library/open-library.ts';
import { openWriter } from '#library/storage/database.ts';
import { migrate } from '#library/storage/migrate.ts';
import { migrations } from '#library/storage/migrations/list.ts';
import { uidMaker } from '#library/storage/uid.ts';
import { clientOf } from './client-of.ts';
import { insertWholeArticle } from './insert-article.ts';
import { makePorts, testLog } from './make-ports.ts';

export interface MigrationReport {
  /** Kills by the version that was left; `done` where it was up to date by then. */
  readonly left: Readonly<Record<string, number>>;
  /** Whose tables are not those of the version that they bear. */
  readonly half: number;
  /** What opening it afterwards could not bring up to date, or lost. */
  readonly failures: readonly string[];
}

const OLDEST = 30;
const ARTICLES = 400;

/** @param fractions of what the migrations take, undisturbed, at which each kill comes */
export async function migrationKills(
  folder: string,
  fractions: readonly number[],
  torn = false,
): Promise<MigrationReport> {
  const old = join(folder, 'old');
  makeOld(old);
  const whole = await undisturbed(old, join(folder, 'undisturbed'), torn);
  const left: Record<string, number> = {};
  const failures: string[] = [];
  let half = 0;
  for (const fraction of fractions) {
    const dir = join(folder, 'migrated');
    const child = await startCopy(old, dir, torn);
    await setTimeout(fraction * whole);
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;

    const found = look(dir);
    const name = found.version === newest ? 'done' : String(found.version);
    left[name] = (left[name] ?? 0) + 1;
    if (found.schema !== schemaOf(found.version)) half++;
    const failure = await openAfterwards(dir);
    if (failure) failures.push(failure);
    rmSync(dir, { recursive: true });
  }
  return { left, half, failures };
}

/** The process, about to migrate. */
async function startCopy(old: string, dir: string, torn: boolean) {
  cpSync(old, dir, { recursive: true });
  const words = [dir, torn ? 'torn' : ''];
  const child = fork(new URL('./migrating-process.ts', import.meta.url), words);
  await once(child, 'message');
  return child;
}

/** @returns milliseconds */
async function undisturbed(old: string, dir: string, torn: boolean): Promise<number> {
  const child = await startCopy(old, dir, torn);
  const begun = performance.now();
  await once(child, 'message');
  const took = performance.now() - begun;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
  rmSync(dir, { recursive: true });
  return took;
}

const newest = migrations.at(-1)?.version ?? 0;

function makeOld(dir: string): void {
  mkdirSync(dir);
  const ports = makePorts();
  const db = openWriter(join(dir, 'library.sqlite'));
  bringTo(db, OLDEST);
  const newUid = uidMaker(ports.clock);
  db.transaction(() => {
    for (let at = 0; at < ARTICLES; at++) {
      const text = `Words of article ${at}. `.repeat(40);
      insertWholeArticle({ db, newUid, ports }, { title: `Old ${at}`, text, indexed: false });
    }
  })();
  db.close();
}

function bringTo(db: ReturnType<typeof openWriter>, version: number): void {
  const upTo = migrations.filter((migration) => migration.version <= version);
  migrate(db, upTo, { dir: '', log: testLog(), copyFirst: () => undefined });
}

const schemas = new Map<number, string>();

/** The tables of a version, made anew. */
function schemaOf(version: number): string {
  const known = schemas.get(version);
  if (known !== undefined) return known;
  const db = openWriter(':memory:');
  bringTo(db, version);
  const schema = tablesOf(db);
  db.close();
  schemas.set(version, schema);
  return schema;
}

function look(dir: string): { version: number; schema: string } {
  const db = new Database(join(dir, 'library.sqlite'));
  const version = db.pragma('user_version', { simple: true }) as number;
  const schema = tablesOf(db);
  db.close();
  return { version, schema };
}

const tablesOf = (db: Database.Database): string =>
  db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').raw().all().join('\n');

async function openAfterwards(dir: string): Promise<string | null> {
  try {
    const library = await openLibrary({ dir, ports: makePorts() });
    const client = clientOf(libraryContract, library.dispatch);
    const { all } = await client['articles.counts']({});
    const { problems } = await client['library.check']({});
    await library.close();
    // The files of these articles were never written, and the index takes its time; all else must be right.
    const damage = problems.filter(({ table }) => table !== 'asset' && table !== 'search_index');
    if (all !== ARTICLES) return `${all} articles`;
    return damage[0]?.message ?? null;
  } catch (error) {
    return String(error);
  }
}
