// Puts articles into a library as fast as it can until it is told to stop, beside the process that owns it, which no import does.
// Arguments: the database file, where to go on in the corpus.
import { indexArticles } from '#library/search/search-index.ts';
import { openWriter, transaction } from '#library/storage/database.ts';
import { uidMaker } from '#library/storage/uid.ts';
import { putWholeArticle } from '../../support/insert-article.ts';
import { makePorts } from '../../support/make-ports.ts';
import { givenOf, openCorpus } from '../big-library.ts';

/** A clip that comes meanwhile waits for so many. */
const AT_ONCE = 20;
/** Made beforehand, and written over and over: making them takes longer than writing. */
const DIFFERENT = 3000;

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
const articles = Array.from({ length: DIFFERENT }, (_, i) => givenOf(corpus, Number(from) + i));
let at = 0;
console.log('writing');
while (!isOver) {
  transaction(db, () => {
    const lot = articles.slice(at, at + AT_ONCE);
    at = (at + AT_ONCE) % DIFFERENT;
    const entries = lot.map((given) => {
      ports.clock.tick();
      return putWholeArticle({ db, newUid, ports }, { ...given, indexed: 'later' });
    });
    // Behind the rows of the lot: one piece of the index.
    indexArticles(db, entries);
  });
  await new Promise((done) => setImmediate(done));
}
db.close();
