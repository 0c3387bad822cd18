// Proof by counting: an interface of its own, over which every packet has to go. Reading sends none, and with the switch off neither
// does a clip; the same page with the switch on is the control.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { expect, test } from '../support/electron-app.ts';

const NAME = 'lectern0';
/** Public, so that it may be fetched from; the interface leads nowhere. */
const FAR = 'http://93.184.216.34';
const ip = (...words: string[]) => execFileSync('ip', words, { encoding: 'utf8', stdio: 'pipe' });

/** @returns why there is none */
function addInterface(): string | null {
  if (process.platform !== 'linux') return 'only Linux makes interfaces for a test';
  // Elsewhere the packets of the whole machine would go that way.
  if (/^default/m.test(ip('route'))) return 'this is no network namespace of its own';
  try {
    // IPv6 speaks of itself.
    writeFileSync('/proc/sys/net/ipv6/conf/all/disable_ipv6', '1');
    ip('link', 'add', NAME, 'type', 'veth', 'peer', 'name', `${NAME}far`);
    ip('addr', 'add', '198.51.100.2/24', 'dev', NAME);
    for (const end of [NAME, `${NAME}far`]) ip('link', 'set', end, 'up');
    // Where nobody is asked who has the address, what is meant for it is sent and counted.
    ip(
      'neigh',
      'add',
      '198.51.100.1',
      'lladdr',
      '02:00:00:00:00:01',
      'dev',
      NAME,
      'nud',
      'permanent',
    );
    ip('route', 'add', 'default', 'via', '198.51.100.1', 'dev', NAME);
    return null;
  } catch (error) {
    return `no interface can be made: ${String(error)}`;
  }
}

function packets(): number {
  const [link] = JSON.parse(ip('-s', '-j', 'link', 'show', 'dev', NAME));
  return link.stats64.tx.packets;
}

const words = 'The tide took the pier one night and gave it back in pieces over a year. '.repeat(
  30,
);

test('reading sends no packet, and neither does a clip while the network is off', async ({
  start,
  startSecond,
  folders,
}) => {
  const reason = addInterface();
  if (reason) console.log(`packets are not counted: ${reason}`);
  test.skip(reason !== null, reason ?? '');
  test.setTimeout(180_000);
  try {
    const before = packets();
    const { window } = await start();
    await window.getByRole('row').first().click();
    await expect(window.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
    await window.keyboard.press('Control+,');
    const network = window.getByRole('switch', { name: 'Use the network' });
    await network.focus();
    await window.keyboard.press('Space');
    await expect(network).not.toBeChecked();
    // The style of a page is part of what it shows; its pictures wait.
    const page = `<title>Far away</title><link rel="preconnect" href="${FAR}"><article><h1>Far away</h1><p>${words}<img src="${FAR}/pier.png" width="600" height="400"><p>${words}</article>`;
    await startSecond(folders.write('far.html', page));
    await window.getByRole('link', { name: 'Everything' }).click();
    await window.getByRole('row').filter({ hasText: 'Far away' }).click();
    const frame = window.frameLocator('iframe');
    await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Far away');
    // Time for whoever phones home a little later.
    await window.waitForTimeout(5000);
    expect(packets()).toBe(before);

    await window.keyboard.press('Control+,');
    await network.focus();
    await window.keyboard.press('Space');
    await expect(network).toBeChecked();
    await expect.poll(packets, { timeout: 30_000 }).toBeGreaterThan(before);
    await window
      .getByRole('region', { name: 'Privacy' })
      .getByRole('link', { name: 'Show' })
      .click();
    const list = window.getByRole('list', { name: 'Network' });
    await expect(list.getByRole('listitem').first()).toContainText('93.184.216.34');
    await expect(list.getByRole('listitem').first()).toContainText('Picture');
  } finally {
    ip('link', 'del', NAME);
  }
});
