// Settings: defaults, changes that leave the rest alone, and values that mean nothing any more.
import { describe, expect, it } from 'vitest';
import { Settings } from '#contract/types/settings.ts';
import { makeContext } from '../../support/make-context.ts';

const defaults = Settings.parse({});

describe('settings', () => {
  it('have defaults, and keep what is not named', async () => {
    const context = await makeContext();
    const { client } = context;
    expect(await client['settings.get']({})).toEqual(defaults);
    const first = await client['settings.change']({ theme: 'sepia', allowedHosts: ['nas:8080'] });
    expect(first).toEqual({ ...defaults, theme: 'sepia', allowedHosts: ['nas:8080'] });
    const second = await client['settings.change']({ fontSize: 24, theme: 'dark' });
    expect(second).toEqual({ ...first, fontSize: 24, theme: 'dark' });
    expect(await client['settings.get']({})).toEqual(second);
    expect(await client['settings.change']({})).toEqual(second);
    expect(context.events).toEqual(Array(2).fill({ kind: 'changed', topics: ['settings'] }));
  });

  it('survive closing', async () => {
    const first = await makeContext();
    await first.client['settings.change']({ face: 'sans' });
    first.close();
    const { client } = await makeContext({ dir: first.dir });
    expect(await client['settings.get']({})).toEqual({ ...defaults, face: 'sans' });
  });

  it('fall back to the default for what means nothing', async () => {
    const { client, db } = await makeContext();
    db.exec(`INSERT INTO setting (key, value) VALUES
      ('theme', '"neon"'), ('fontSize', '900'), ('measure', '{'), ('face', '"sans"'),
      ('ofANewerProgram', '1'), ('__proto__', '{"theme":"dark"}')`);
    expect(await client['settings.get']({})).toEqual({ ...defaults, face: 'sans' });
  });

  it.each([{ theme: 'neon' }, { fontSize: 13 }, { fontSize: 18.5 }, { allowedHosts: [''] }])(
    'refuse %j',
    async (change) => {
      const { client } = await makeContext();
      await expect(client['settings.change'](change as object)).rejects.toMatchObject({
        code: 'invalid_input',
      });
      expect(await client['settings.get']({})).toEqual(defaults);
    },
  );
});
