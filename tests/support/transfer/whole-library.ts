// A library in which everything is used that Lectern can do with articles: what a full export has to bring back.
import type { HttpUrl } from '#contract/types/ids.ts';
import { insertAsset } from '#library/clip/asset-repo.ts';
import { insertParts, insertRendered } from '#library/clip/part-repo.ts';
import { insertWhole } from '#library/clip/snapshot-repo.ts';
import { statement, transaction } from '#library/storage/database.ts';
import { blockWith, contentsOf, pageOf } from '../../library/blocks/left-out.ts';
import { anchorAt } from '../../library/highlights/marks.ts';
import { makeContext, type TestContext } from '../make-context.ts';
import { line, makePdf } from '../make-pdf.ts';
import { png } from '../pictures.ts';
import { writeFile } from './files.ts';
import { importWhole } from './import-whole.ts';

const url = (path: string) => `https://river.example/${path}` as HttpUrl;
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));

const SAVED = `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>نهر &lt;b&gt; =1+1</title>
<link rel="stylesheet" href="river_files/style.css"></head><body><article><h1>نهر</h1>
<p>كان النهر هادئا في الصباح، وكان الناس على الجسر ينظرون إلى الماء ولا يقولون شيئا حتى جاء المساء.</p>
<p>ثم جاء المطر، وارتفع الماء، وذهب الناس إلى بيوتهم وبقي الجسر وحده <a href="https://river.example/a">هنا</a>.</p>
<figure><img src="river_files/a.png" alt="الجسر"><figcaption>الجسر عند الظهر</figcaption></figure>
<p>قال الشيخ إن النهر يعرف الطريق أكثر من الناس، وإن من يتبعه يصل <math><mi>x</mi><mo>=</mo><mn>2</mn></math>.</p>
<table><tr><th>يوم</th><th>ماء</th></tr><tr><td>١</td><td>٢</td></tr></table></article></body></html>`;

const prose = (word: string) =>
  `It was the longest ${word} of the year, and the quixotic owl sat still until the morning came over the hills.`;

export async function wholeLibrary(): Promise<TestContext> {
  const context = await makeContext();
  const { client, db, ports } = context;
  const tick = () => ports.clock.tick();

  // A page with a picture, a block put back and one taken out, highlights, a note, tags, a link to another.
  const river = (
    await client['clip.fromFile']({ name: 'river.html', bytes: bytesOf(pageOf()), url: url('a') })
  ).uid;
  const blocks = await contentsOf({ client }, river);
  const addresses = (words: string) => blockWith(blocks, words).addresses;
  await client['contents.restoreBlock']({ uid: river, blocks: addresses('Quicklime') });
  await client['contents.removeBlock']({ uid: river, blocks: addresses('The eel came up') });
  tick();

  // A page as a browser saved it: style sheet, picture beside it, another direction, a formula.
  const saved = (
    await client['clip.fromFile']({
      name: 'river.html',
      bytes: bytesOf(SAVED),
      url: url('saved'),
      companions: [
        { path: 'river_files/a.png', bytes: new Uint8Array(png(30, 20)) },
        { path: 'river_files/style.css', bytes: bytesOf('p { color: teal }') },
      ],
      tags: ['water', 'ماء'],
    })
  ).uid;
  tick();
  const grown = SAVED.replace(
    '<p>ثم',
    '<p>وقف صبي عند الماء ورمى فيه حجرا ثم عد الدوائر.</p><p>ثم',
  );
  await client['clip.fromFile']({
    name: 'river.html',
    bytes: bytesOf(grown),
    url: url('saved'),
    companions: [{ path: 'river_files/a.png', bytes: new Uint8Array(png(30, 20)) }],
  });
  tick();

  // Two versions of one page, the older one shown again; a mark that has lost its place.
  const owls = (
    await client['clip.fromPasted']({
      text: `Owls\n${prose('night')}\nThen zebras came by.`,
      url: url('owls'),
    })
  ).uid;
  const text = (await client['articles.content']({ uid: owls })).text;
  const mark = (words: string, note = '') =>
    client['highlights.add']({ uid: owls, colour: 'pink', note, anchor: anchorAt(text, words) });
  await mark('quixotic owl', 'What a *word*.\n\n=cmd()');
  await mark('zebras came by');
  tick();
  await client['clip.fromPasted']({
    text: `Owls, once more\n${prose('night')} ${prose('day')}`,
    url: url('owls'),
  });
  tick();
  const versions = await client['snapshots.ofArticle']({ uid: owls });
  const older = versions.find(({ inUse }) => !inUse);
  if (older) await client['snapshots.show']({ uid: older.uid });
  if (older) {
    const newer = versions.find(({ inUse }) => inUse);
    if (newer) await client['snapshots.show']({ uid: newer.uid });
  }
  await client['notes.save']({
    uid: owls,
    markdown: '# Read again\n\n[here](javascript:alert(1))',
  });

  // A PDF; a text that is nearly the same as another, told apart; one that nobody knows where it came from.
  const pdf = (
    await client['clip.fromFile']({
      name: 'river.pdf',
      bytes: new Uint8Array(
        makePdf({
          pages: [{ content: line(prose('tide'), 60, 700) + line(prose('flood'), 60, 680) }],
        }),
      ),
    })
  ).uid;
  const many = (ending: string) =>
    [1, 2, 3, 4, 5, 6].map((at) => prose(`season ${at}`)).join('\n') + ending;
  const one = (await client['clip.fromPasted']({ text: `Seasons\n${many('')}`, url: url('one') }))
    .uid;
  tick();
  const other = (
    await client['clip.fromPasted']({ text: `Seasons\n${many(' The end.')}`, url: url('other') })
  ).uid;
  const third = (await client['clip.fromPasted']({ text: `Seasons\n${many(' Or not.')}` })).uid;
  await client['duplicates.dismiss']({ uids: [one, other] });

  // What scripts made, further pages, and a picture that is still to come.
  const further = await context.assets.put(bytesOf('<p>Page two</p>'), 'bin');
  const sent = await context.assets.put(bytesOf('<div id=app></div>'), 'bin');
  transaction(db, () => {
    const now = ports.clock.now();
    for (const name of [further, sent]) {
      insertAsset(db, { name, byteSize: 18, width: null, height: null, createdAt: now });
    }
    statement(db, 'UPDATE asset SET byte_size = 15 WHERE name = ?').run(further);
    const [snapshot] = statement<number>(
      db,
      'SELECT id FROM snapshot WHERE article_id = (SELECT id FROM article WHERE uid = ?)',
    )
      .pluck()
      .all(one);
    if (snapshot === undefined) throw new Error('an article has a snapshot');
    insertParts(db, snapshot, [{ assetName: further, url: url('one/2'), charset: 'utf-8' }]);
    insertRendered(db, snapshot, sent);
    insertWhole(db, snapshot);
    statement(
      db,
      `INSERT INTO missing_picture (article_id, url, host, candidates, state, tries, due_at, error_code, error_message)
        SELECT id, 'https://river.example/p.png', 'river.example', '["https://river.example/p.png"]', 'waiting', 2, ?,
          'offline', 'There was no network.' FROM article WHERE uid = ?`,
    ).run(now + 1000, one);
    statement(
      db,
      `INSERT INTO article_image (article_id, position, url, error_code)
        SELECT id, 0, 'https://river.example/p.png', 'offline' FROM article WHERE uid = ?`,
    ).run(one);
  });

  // States, order, and what the reader knows better.
  await client['articles.star']({ uids: [river, pdf], starred: true });
  await client['articles.archive']({ uids: [pdf], archived: true });
  await client['articles.trash']({ uids: [third], trashed: true });
  await client['articles.setStatus']({ uids: [one], status: 'finished' });
  await client['reading.opened']({ uid: river });
  await client['reading.saveProgress']({
    uid: river,
    fraction: 0.4,
    anchorText: 'the ebb',
    activeMs: 90_000,
  });
  await client['reading.setType']({ uid: saved, type: { fontSize: 22, theme: 'sepia' } });
  await client['articles.describe']({
    uid: other,
    title: '+Title',
    author: '@Ann',
    publishedAt: '2024-02',
  });
  await client['tags.add']({ uids: [river, saved, third], name: 'water' });
  await client['tags.add']({ uids: [owls], name: 'unused' });
  await client['tags.remove']({ uids: [owls], name: 'unused' });
  const [water] = await client['tags.list']({});
  if (water) await client['tags.setColour']({ uid: water.uid, colour: 'blue' });
  const work = (await client['collections.add']({ name: 'Work' })).uid;
  const papers = (await client['collections.add']({ name: 'Papers / 2', parent: work })).uid;
  await client['collections.add']({ name: 'Empty' });
  await client['collections.put']({ uids: [river, owls, third, pdf], uid: papers });
  await client['collections.arrange']({ uid: papers, uids: [pdf], before: owls });
  await client['collections.put']({ uids: [river], uid: work });
  await client['savedSearches.add']({ name: 'Water', query: 'tag:water' });
  await client['savedSearches.add']({ name: 'Long', query: 'words:>5' });
  await client['settings.change']({
    theme: 'dark',
    face: 'legible',
    fontSize: 21,
    measure: 58,
    lineHeight: 1.7,
    margin: 2,
    align: 'justify',
    hyphenate: false,
    dimImages: false,
    density: 'compact',
    region: 'GB',
    backupBudget: 3,
    emptyTrashAfterDays: 300,
    allowedHosts: ['127.0.0.1:8080'],
  });
  await importWhole(client, writeFile('list.txt', 'https://river.example/not-read-yet\n'));
  await client['jobs.add']({ urls: [url('later')], tags: ['water'] });
  return context;
}
