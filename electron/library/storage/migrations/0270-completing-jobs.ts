// Addresses that are asked for again since later pages of their articles were missing.
import type { Migration } from '../migrate.ts';

export const completingJobs: Migration = {
  version: 270,
  name: 'completing-jobs',
  up: `
-- The article that a job completes; null where it is to make one.
ALTER TABLE clip_job ADD COLUMN article_id INTEGER REFERENCES article (id) ON DELETE CASCADE;
CREATE INDEX clip_job_article ON clip_job (article_id) WHERE article_id IS NOT NULL;
`,
};
