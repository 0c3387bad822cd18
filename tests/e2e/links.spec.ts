// Links between articles: those to saved ones open in place and show what is there; the others leave as before.
import { expect, test } from './test.ts';
import { longBody, pageOf } from './window.ts';

const canonical = (url: string, html: string) =>
  html.replace('<head>', `<head><link rel="canonical" href="${url}">`);

test('a link to a saved article opens it in place, with a sign and a preview', {
  tag: '@slow',
}, async ({ lectern, page, context, expectedErrors }) => {
  expectedErrors.push(/net::ERR/);
  await context.route('https://example.org/**', (route) => route.fulfill({ body: 'outside' }));
  const harbour = canonical('https://example.org/harbour', pageOf('On harbours', longBody(3)));
  const walk = canonical(
    'https://example.org/walk',
    pageOf(
      'A walk',
      `<p>Down to <a href="https://example.org/harbour">the harbour</a>, then to
       <a href="https://inn.invalid/rooms">the inn</a>.</p>${longBody(3)}`,
    ),
  );
  await lectern.clipFiles([
    { name: 'harbour.html', content: harbour },
    { name: 'walk.html', content: walk },
  ]);
  await lectern.isClipped('On harbours');
  await lectern.isClipped('A walk');
  await lectern.closeToasts();
  await lectern.open('A walk');
  const link = lectern.frame.getByRole('link', { name: 'the harbour' });
  await expect(link).toHaveAttribute('data-saved');
  await expect(link).toHaveAccessibleDescription('In your library');
  await expect(lectern.frame.getByRole('link', { name: 'the inn' })).not.toHaveAttribute(
    'data-saved',
  );

  const preview = page.getByRole('tooltip').filter({ hasText: 'On harbours' });
  await link.hover();
  await expect(preview).toContainText('Unread');
  await page.mouse.move(5, 5);
  await lectern.frame.getByRole('heading', { level: 1 }).hover();
  await expect(preview).toBeHidden();
  await link.focus();
  await expect(preview).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();

  // With Ctrl, as a link that is not saved, it leaves by the browser.
  const outside = context.waitForEvent('page');
  await link.click({ modifiers: ['Control'] });
  expect((await outside).url()).toBe('https://example.org/harbour');
  await link.click();
  await lectern.shows('On harbours');

  await page.keyboard.press('l');
  const panel = page.getByRole('region', { name: 'Links', exact: true });
  await panel.getByRole('button', { name: /A walk/ }).click();
  await lectern.shows('A walk');
  await expect(panel.getByRole('button', { name: /On harbours/ })).toBeVisible();
  await page.keyboard.press('[');
  await lectern.shows('On harbours');
  await expect(panel.getByText('It links to no article in your library.')).toBeVisible();

  // What is linked to and not saved waits on a page of its own.
  await lectern.goTo('Not yet saved');
  const inn = page.getByRole('article', { name: 'the inn' });
  await expect(inn).toContainText('https://inn.invalid/rooms');
  await expect(inn).toContainText('1 article links to it');
  await expect(page.getByRole('article', { name: 'the harbour' })).toHaveCount(0);
  await inn.getByRole('button', { name: 'Clip' }).click();
  // There is no such site: that it is kept and tried is what counts.
  const tray = page.getByRole('region', { name: 'Clips' });
  await tray.getByRole('button', { name: 'Show the links that are tried again' }).click();
  await expect(tray).toContainText('https://inn.invalid/rooms');
});
