// The changes of bench:keeping by hand: one statement for each table, all in one transaction, nothing looked at twice.
import { transaction, type WriteDb } from '#library/storage/database.ts';

const READING = "trashed_at IS NULL AND archived_at IS NULL AND reading_status = 'reading'";

export function rawChanges(db: WriteDb) {
  const step = db.prepare(
    "INSERT INTO journal_step (uid, kind, subject, article_count, at) VALUES ('bench', ?, NULL, 10000, 1)",
  );
  const digest = digestOf(db);
  const make = db.prepare(
    `INSERT INTO tag (id, uid, name, name_key, created_at)
      VALUES ((SELECT last + 1 FROM tag_sequence), 'raw', 'raw', 'raw', 1) RETURNING id`,
  );
  const attach = db.prepare(
    `INSERT INTO article_tag (tag_id, saved_at, article_id)
      SELECT ?, saved_at, id FROM article WHERE ${READING}`,
  );
  const noteAttached = db.prepare(
    `INSERT INTO journal_change (step_id, seq, table_name, row_key, before, after)
      SELECT ?, row_number() OVER () - 1, 'article_tag',
        json_object('tag_id', tag_id, 'saved_at', saved_at, 'article_id', article_id), NULL, '{}'
        FROM article_tag WHERE tag_id = ?`,
  );
  const detach = db.prepare(
    "DELETE FROM article_tag WHERE tag_id = (SELECT id FROM tag WHERE uid = 'raw')",
  );
  // What was undone before, as the library does.
  const forget = db.prepare('DELETE FROM journal_step WHERE undone = 1');
  const undone = db.prepare("UPDATE journal_step SET undone = 1 WHERE uid = 'bench'");

  const tag = {
    there: () =>
      transaction(db, () => {
        forget.run();
        const { lastInsertRowid } = step.run('tag');
        const { id } = make.get() as { id: number };
        attach.run(id);
        noteAttached.run(lastInsertRowid, id);
      }),
    back: () =>
      transaction(db, () => {
        detach.run();
        db.exec("DELETE FROM tag WHERE uid = 'raw'");
        undone.run();
      }),
  };

  const column = (name: 'starred_at' | 'trashed_at') => {
    const note = db.prepare(
      `INSERT INTO journal_change (step_id, seq, table_name, row_key, before, after)
        SELECT ?, row_number() OVER () - 1, 'article', json_object('id', id),
          json_object('${name}', ${name}), json_object('${name}', 1)
          FROM article WHERE ${READING}`,
    );
    const set = db.prepare(`UPDATE article SET ${name} = 1, updated_at = 1 WHERE id % 4 = 0`);
    const unset = db.prepare(`UPDATE article SET ${name} = NULL, updated_at = 1 WHERE id % 4 = 0`);
    const seal = db.prepare(`UPDATE article SET digest = ${digest} WHERE id % 4 = 0`);
    return {
      there: () =>
        transaction(db, () => {
          forget.run();
          const { lastInsertRowid } = step.run(name);
          note.run(lastInsertRowid);
          set.run();
          seal.run();
        }),
      back: () =>
        transaction(db, () => {
          unset.run();
          seal.run();
          undone.run();
        }),
    };
  };
  return { tag, star: column('starred_at'), trash: column('trashed_at') };
}

function digestOf(db: WriteDb): string {
  const columns = db
    .prepare<[], string>(
      "SELECT name FROM pragma_table_info('article') WHERE name <> 'digest' ORDER BY name",
    )
    .pluck()
    .all();
  return `row_digest('article', ${columns.map((name) => `'${name}', ${name}`).join(', ')})`;
}
