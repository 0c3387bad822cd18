// The names of what lies in a library's folder, beside `assets/` and `backups/`.

/** Everything but the files of the asset store. */
export const DATABASE_FILE = 'library.sqlite';

/** What is to be the database next, while it is put together. */
export const NEXT_DATABASE_FILE = 'restoring.sqlite';
