// What sites show in place of a page is recognised, and what it is; articles that look like it, or have it beside them,
// are articles.
import { describe, expect, it } from 'vitest';
import type { StandIn } from '#contract/page.ts';
import { articlesOfFaults, fault } from '../../../../fixtures/stand-ins/fault.ts';
import * as fifthArticles from '../../../../fixtures/stand-ins/fifth/articles.ts';
import * as fifthCheck from '../../../../fixtures/stand-ins/fifth/check.ts';
import * as fifthConsent from '../../../../fixtures/stand-ins/fifth/consent.ts';
import * as fifthLogin from '../../../../fixtures/stand-ins/fifth/login.ts';
import * as fifthMissing from '../../../../fixtures/stand-ins/fifth/missing.ts';
import * as firstArticles from '../../../../fixtures/stand-ins/first/articles.ts';
import * as firstCheck from '../../../../fixtures/stand-ins/first/check.ts';
import * as firstConsent from '../../../../fixtures/stand-ins/first/consent.ts';
import * as firstLogin from '../../../../fixtures/stand-ins/first/login.ts';
import * as firstMissing from '../../../../fixtures/stand-ins/first/missing.ts';
import * as fourthArticles from '../../../../fixtures/stand-ins/fourth/articles.ts';
import * as fourthCheck from '../../../../fixtures/stand-ins/fourth/check.ts';
import * as fourthConsent from '../../../../fixtures/stand-ins/fourth/consent.ts';
import * as fourthLogin from '../../../../fixtures/stand-ins/fourth/login.ts';
import * as fourthMissing from '../../../../fixtures/stand-ins/fourth/missing.ts';
import * as rows from '../../../../fixtures/stand-ins/rows.ts';
import * as secondArticles from '../../../../fixtures/stand-ins/second/articles.ts';
import * as secondCheck from '../../../../fixtures/stand-ins/second/check.ts';
import * as secondConsent from '../../../../fixtures/stand-ins/second/consent.ts';
import * as secondLogin from '../../../../fixtures/stand-ins/second/login.ts';
import * as secondMissing from '../../../../fixtures/stand-ins/second/missing.ts';
import type { Fixture } from '../../../../fixtures/stand-ins/site.ts';
import * as thirdArticles from '../../../../fixtures/stand-ins/third/articles.ts';
import * as thirdCheck from '../../../../fixtures/stand-ins/third/check.ts';
import * as thirdConsent from '../../../../fixtures/stand-ins/third/consent.ts';
import * as thirdLogin from '../../../../fixtures/stand-ins/third/login.ts';
import * as thirdMissing from '../../../../fixtures/stand-ins/third/missing.ts';
import { read } from '../../../../support/read.ts';

const standIns: Readonly<Record<StandIn, readonly Fixture[]>> = {
  fault,
  missing: [
    ...firstMissing.missing,
    ...secondMissing.missing,
    ...thirdMissing.missing,
    ...fourthMissing.missing,
    ...rows.missing,
  ],
  check: [
    ...firstCheck.check,
    ...secondCheck.check,
    ...thirdCheck.check,
    ...fourthCheck.check,
    ...rows.check,
  ],
  consent: [
    ...firstConsent.consent,
    ...secondConsent.consent,
    ...thirdConsent.consent,
    ...fourthConsent.consent,
    ...rows.consent,
  ],
  login: [
    ...firstLogin.login,
    ...secondLogin.login,
    ...thirdLogin.login,
    ...fourthLogin.login,
    ...rows.login,
  ],
};
const articles = [
  ...rows.articles,
  ...articlesOfFaults,
  ...firstArticles.articles,
  ...secondArticles.articles,
  ...thirdArticles.articles,
  ...fourthArticles.articles,
  ...fifthArticles.articles,
];
const judge = ({ html, url }: Fixture) => read(html, { url: url ?? null }).standIn ?? 'an article';

describe.each(Object.entries(standIns))('%s', (_, fixtures) => {
  it('has at least twenty pages to show', () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(20);
  });

  it.each(fixtures.map((one) => [one.name, one] as const))('%s', (_name, fixture) => {
    expect(judge(fixture)).not.toBe('an article');
  });
});

it('is called what it is, but for one in fifty: some are two things in one', () => {
  const all = Object.entries(standIns).flatMap(([kind, some]) =>
    some.map((one) => [kind, one] as const),
  );
  const wrong = all.filter(([kind, one]) => judge(one) !== kind).map(([, { name }]) => name);
  expect(wrong.slice(Math.floor(all.length / 50))).toEqual([]);
});

it('is told in words of its own as well, by what it is made of; of forty such pages these are missed', () => {
  const own = [
    ...fifthMissing.missing,
    ...fifthCheck.check,
    ...fifthConsent.consent,
    ...fifthLogin.login,
  ];
  const missed = own.filter((one) => judge(one) === 'an article');
  expect(missed.map(({ name }) => name)).toEqual([
    'ja からっぽ',
    'en proof of work with a mascot',
    'en queue',
    'fr trop de visites',
    'en pay with money or with data',
    'de Werbefinanziert',
    'en story broken off for those who pay',
    'en allowance used up',
    'de Stammtisch',
    'fr encore un pas',
    'es para la tripulación',
  ]);
  expect(own).toHaveLength(40);
});

const teaser =
  '<div><a href="/1"><h3>Harbour wall to be raised by a metre</h3></a><p>Volunteers spent three summers walking the lanes with notebooks, and found what nobody had been looking for at all.</p></div>';

it('is told among teasers of other pages', () => {
  const missed = standIns.missing.filter(({ html, url, name }) => {
    const many = html.replace(/(?=<footer|<\/body)/, `<section>${teaser.repeat(6)}</section>`);
    return judge({ html: many, name, ...(url && { url }) }) === 'an article';
  });
  expect(missed.map(({ name }) => name)).toEqual([]);
});

describe('an article', () => {
  it.each(articles.map((one) => [one.name, one] as const))('%s', (_, fixture) => {
    expect(judge(fixture)).toBe('an article');
  });
});

it('is told by what a script says at its beginning, where there is nothing else', () => {
  const page = (script: string) => ({
    name: 'script alone',
    html: `<html><head><title>lantern.example</title></head><body><div id="root"></div><script>${script}</script></body></html>`,
  });
  expect(judge(page('(function () { window._gate = { ray: 1, kind: "bot-check" }; }());'))).toBe(
    'check',
  );
  expect(judge(page('(function () { window._page = { ray: 1, kind: "gallery" }; }());'))).toBe(
    'an article',
  );
});
