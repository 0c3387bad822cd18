// Puts articles into a library until it is told to stop, beside the process that owns it: what a bulk import costs a
// search. Arguments: the database file, where to go on in the corpus.
import { indexArticles } from '#library/search/search-index.ts';
import { openWriter, transaction } from '#library/storage/database.ts';
import { uidMaker } from '#library/storage/uid.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makePorts } from '../../support/make-ports.ts';
import { openCorpus } from '../big-library.ts';

/** A clip that comes meanwhile waits for so many. */
const AT_ONCE = 20;

const [file = '', from = '0'] = process.argv.slice(2);
const corpus = await openCorpus();
const db = openWriter(file);
const ports = makePorts();
const newest = db.prepare<[], string>('SELECT max(uid) FROM snapshot').pluck().get();
const newUid = uidMaker(ports.clock, newest);
let isOver = false;
process.on('SIGTERM', () => {
  isOver = true;
});
let at = Number(from);
console.log('importing');
while (!isOver) {
  transaction(db, () => {
    const entries = Array.from({ length: AT_ONCE }, () => {
      const { title, author, site, lang, text } = corpus.article(at++);
      const html = text.replace(/.+/g, '<p>$&</p>');
      const given = { title, author, site, lang, text, html, indexed: 'later' } as const;
      ports.clock.tick();
      return insertWholeArticle({ db, newUid, ports }, given);
    });
    // Behind the rows of the lot, as an import writes them: one piece of the index.
    indexArticles(db, entries);
  });
  await new Promise((done) => setImmediate(done));
}
db.close();
console.log(`${at - Number(from)} imported`);
