// better-sqlite3, by require: for an import Node first looks through its source for the names that it exports, in WebAssembly
// that it compiles for the purpose, each time a library is opened.
import { createRequire } from 'node:module';
import type Sqlite from 'better-sqlite3';

export const Database = createRequire(import.meta.url)('better-sqlite3') as typeof Sqlite;
