// Puts articles into a library until it is told to stop, beside the process that owns it: what a bulk import costs a
// search. Arguments: the database file, where to go on in the corpus.
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
    for (let i = 0; i < AT_ONCE; i++) {
      const { title, author, site, lang, text } = corpus.article(at++);
      const html = text.replace(/.+/g, '<p>$&</p>');
      ports.clock.tick();
      insertWholeArticle({ db, newUid, ports }, { title, author, site, lang, text, html });
    }
  });
  await new Promise((done) => setImmediate(done));
}
db.close();
console.log(`${at - Number(from)} imported`);
