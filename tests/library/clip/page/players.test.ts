// What plays on a page, and posts of other sites in it: a still picture, a link under its title, a quote.
import { describe, expect, it } from 'vitest';
import { kept } from '../../../support/kept.ts';

type Row = readonly [what: string, markup: string, kept: string];

const link = (url: string, title: string, still?: string, kind = still ? 'caption' : 'aside') =>
  `<p data-lectern="${kind}">${still ? `<img src="${still}" alt="${title}"><br>` : ''}<a href="${url}">${title}</a></p>`;
const film = (title: string, kind?: string) =>
  link(
    'https://www.youtube.com/watch?v=abcdefghijk',
    title,
    'https://i.ytimg.com/vi/abcdefghijk/hqdefault.jpg',
    kind,
  );

describe('players', () => {
  it.each<Row>([
    [
      'YouTube',
      '<iframe width="560" height="315" src="https://www.youtube.com/embed/abcdefghijk?feature=oembed" title="Herons fishing" allowfullscreen></iframe>',
      film('Herons fishing'),
    ],
    [
      'YouTube, without a word about itself',
      '<iframe src="//www.youtube-nocookie.com/embed/abcdefghijk"></iframe>',
      film('www.youtube.com'),
    ],
    [
      'YouTube in the boxes of WordPress',
      '<figure class="wp-block-embed is-type-video"><div class="wp-block-embed__wrapper"><iframe title="Herons fishing" src="https://www.youtube.com/embed/abcdefghijk" allowfullscreen></iframe></div><figcaption>How they fish.</figcaption></figure>',
      `<figure>${film('Herons fishing')}<figcaption data-lectern="caption">How they fish.</figcaption></figure>`,
    ],
    [
      'YouTube, light',
      '<lite-youtube videoid="abcdefghijk" playlabel="Herons fishing"></lite-youtube>',
      film('Herons fishing'),
    ],
    [
      'Vimeo',
      '<div style="padding:56% 0 0 0"><iframe src="https://player.vimeo.com/video/123456?h=x" title="Herons" allow="autoplay; fullscreen"></iframe></div>',
      link('https://player.vimeo.com/video/123456?h=x', 'Herons'),
    ],
    [
      'a sound of another site',
      '<iframe width="100%" height="166" src="https://w.sounds.example/player/?url=https%3A//api.sounds.example/tracks/1"></iframe>',
      link(
        'https://w.sounds.example/player/?url=https%3A//api.sounds.example/tracks/1',
        'w.sounds.example',
      ),
    ],
    [
      'a film, with its picture',
      '<video poster="/still.jpg" controls title="Herons at work"><source src="v.webm" type="video/webm"><source src="v.mp4">Your browser shows no films.</video>',
      link('https://herons.example/v.webm', 'Herons at work', 'https://herons.example/still.jpg'),
    ],
    [
      'a film in a figure',
      '<figure><video controls src="/wings%20up.mp4" poster="/still.jpg"></video><figcaption>Herons at work.</figcaption></figure>',
      `<figure>${link('https://herons.example/wings%20up.mp4', 'wings up.mp4', 'https://herons.example/still.jpg')}<figcaption data-lectern="caption">Herons at work.</figcaption></figure>`,
    ],
    [
      'a film of a script, of which only the picture can be had',
      '<video poster="/still.jpg" src="blob:https://herons.example/1" title="Herons"></video>',
      '<p><img src="https://herons.example/still.jpg" alt="Herons"></p>',
    ],
    [
      'a sound',
      '<audio controls><source src="https://x.example/calls.mp3"></audio>',
      link('https://x.example/calls.mp3', 'calls.mp3'),
    ],
    [
      'a sound in a sentence',
      '<p>Hear it <audio src="https://x.example/calls.mp3" title="The call"></audio> at dawn.</p>',
      '<p>Hear it <a href="https://x.example/calls.mp3">The call</a> at dawn.</p>',
    ],
    [
      'no advertisement, form or talk',
      '<iframe src="https://ads.example/frame?id=1"></iframe><iframe src="https://talk.example/embed/comments/123456"></iframe><iframe src="https://mail.example/newsletter/embed/123456"></iframe>',
      '',
    ],
    [
      'no address that is none',
      '<audio src="javascript:alert(1)"></audio><iframe src="data:text/html,x" allowfullscreen></iframe>',
      '',
    ],
  ])('%s', (_, markup, expected) => {
    expect(kept(markup)).toBe(expected);
  });
});

describe('posts are quotes', () => {
  const tweet =
    '<p lang="en" dir="ltr">Herons at dawn, again and again</p>— Ann (@ann) <a href="https://twitter.com/ann/status/1">May 3, 2021</a>';
  const only = (url: string, words: string) =>
    `<blockquote><p data-lectern="aside"><a href="${url}">${words}</a></p></blockquote>`;
  it.each<Row>([
    [
      'of Twitter',
      `<blockquote class="twitter-tweet" data-lang="en">${tweet}</blockquote><script async src="https://platform.twitter.com/widgets.js"></script>`,
      `<blockquote>${tweet}</blockquote>`,
    ],
    [
      'of Twitter, in the boxes of WordPress',
      `<figure class="wp-block-embed"><div class="wp-block-embed__wrapper"><blockquote class="twitter-tweet">${tweet}</blockquote><script async src="https://platform.twitter.com/widgets.js"></script></div></figure>`,
      `<blockquote>${tweet}</blockquote>`,
    ],
    [
      'of Bluesky',
      `<blockquote class="bluesky-embed" data-bluesky-uri="at://x">${tweet}</blockquote>`,
      `<blockquote>${tweet}</blockquote>`,
    ],
    [
      'of Instagram, which say nothing',
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/abc/"><div><a href="https://www.instagram.com/p/abc/"><div></div><div>View this post on Instagram</div></a><p><a href="https://www.instagram.com/p/abc/">A post shared by Ann (@ann)</a></p></div></blockquote>',
      only(
        'https://www.instagram.com/p/abc/',
        'View this post on Instagram A post shared by Ann (@ann)',
      ),
    ],
    [
      'of Mastodon, which say nothing',
      '<blockquote class="mastodon-embed"><a href="https://m.example/@ann/1"><div>Post by @ann@m.example</div><div>View on Mastodon</div></a></blockquote>',
      only('https://m.example/@ann/1', 'Post by @ann@m.example View on Mastodon'),
    ],
    [
      'of Mastodon, in a frame',
      '<iframe src="https://m.example/@ann/1/embed" class="mastodon-embed" allowfullscreen="allowfullscreen"></iframe>',
      link('https://m.example/@ann/1/embed', 'm.example'),
    ],
    [
      'of Reddit',
      '<blockquote class="reddit-embed-bq"><a href="https://www.reddit.com/r/herons/1">Herons in the city</a><br> by <a href="https://www.reddit.com/user/x">u/x</a> in <a href="https://www.reddit.com/r/herons">herons</a></blockquote>',
      only('https://www.reddit.com/r/herons/1', 'Herons in the city by u/x in herons'),
    ],
  ])('%s', (_, markup, expected) => {
    expect(kept(markup)).toBe(expected);
  });
});
