// Addresses that wait to be clipped.
import type { Migration } from '../migrate.ts';

export const clipJobs: Migration = {
  version: 40,
  name: 'clip-jobs',
  up: `
CREATE TABLE clip_job (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  url TEXT NOT NULL,
  -- One job for a page, however often its address is handed in.
  url_key TEXT NOT NULL UNIQUE,
  -- Of the address: a site is asked for one page at a time.
  host TEXT NOT NULL,
  -- Names of the tags it is to have, JSON.
  tags TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'fetching', 'failed')),
  tries INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER NOT NULL,
  added_at INTEGER NOT NULL,
  error_code TEXT,
  error_message TEXT
) STRICT;
CREATE INDEX clip_job_due ON clip_job (state, due_at, id);
`,
};
