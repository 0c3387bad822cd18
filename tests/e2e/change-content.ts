// Changes the reader content of the newest article, as a newer extraction would: only while nobody has the library open.
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { expect } from '@playwright/test';
import Database from 'better-sqlite3';

export function changeContent(libraryDir: string, change: (html: string) => string): void {
  const db = new Database(join(libraryDir, 'library.sqlite'));
  try {
    const row = db
      .prepare('SELECT article_id AS id, html FROM reader_content ORDER BY article_id DESC LIMIT 1')
      .get() as { id: number; html: Buffer };
    const html = inflateRawSync(row.html).toString();
    const changed = change(html);
    expect(changed).not.toBe(html);
    db.prepare('UPDATE reader_content SET html = ? WHERE article_id = ?').run(
      deflateRawSync(changed),
      row.id,
    );
  } finally {
    db.close();
  }
}
