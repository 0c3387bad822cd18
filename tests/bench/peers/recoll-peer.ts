// Recoll, the desktop's file search, by its command line: every document is a file, every query a process.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Peer } from './peer.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const recollPeer: Peer = {
  async index(documents, dir) {
    const files = join(dir, 'files');
    mkdirSync(files);
    for (const { id, title, text, author } of documents) {
      const head = `<meta charset="utf-8"><title>${escaped(title)}</title><meta name="author" content="${escaped(author)}">`;
      writeFileSync(join(files, `${id}.html`), `<!doctype html>${head}<p>${escaped(text)}`);
    }
    writeFileSync(join(dir, 'recoll.conf'), `topdirs = ${files}\nloglevel = 1\n`);
    execFileSync('recollindex', ['-c', dir, '-z'], { stdio: 'ignore' });
  },
  open: async (dir) => ({
    name: 'Recoll',
    search(query, limit) {
      const options = ['-c', dir, '-n', String(limit), '-b', '-q', query];
      const found = execFileSync('recollq', options, {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      return [...found.matchAll(/\/(\d+)\.html/g)].map(([, id]) => Number(id));
    },
    close() {},
  }),
};
