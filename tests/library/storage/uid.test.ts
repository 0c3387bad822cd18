// Identifiers: their form, and that they increase whatever the clock does.
import { describe, expect, it } from 'vitest';
import { Uid } from '#contract/types/ids.ts';
import { uidMaker } from '#library/storage/uid.ts';
import { testClock } from '../../support/make-ports.ts';

const isAscending = (uids: readonly string[]) =>
  uids.every((uid, at) => at === 0 || uid > (uids[at - 1] ?? ''));

describe('identifiers', () => {
  it('are ULIDs that begin with their time', () => {
    const newUid = uidMaker(testClock(1_469_918_176_385));
    const uid = newUid();
    expect(Uid.parse(uid)).toBe(uid);
    // The time that the ULID specification uses as its example.
    expect(uid.slice(0, 10)).toBe('01ARYZ6S41');
  });

  it('strictly increase within a millisecond, forwards, and when the clock goes back', () => {
    const clock = testClock();
    const newUid = uidMaker(clock);
    const uids: string[] = [];
    const take = (count: number) => {
      for (let at = 0; at < count; at++) uids.push(newUid());
    };
    take(1000);
    clock.tick(1);
    take(10);
    clock.time -= 10 * 365 * 86_400_000;
    take(10);
    clock.time += 30 * 365 * 86_400_000;
    take(10);
    clock.time = -5;
    take(10);
    clock.time = Number.NaN;
    take(10);
    clock.time = Number.POSITIVE_INFINITY;
    take(10);
    expect(isAscending(uids)).toBe(true);
    expect(uids.every((uid) => Uid.safeParse(uid).success)).toBe(true);
    // The control: the same list the other way round is not.
    expect(isAscending([...uids].reverse())).toBe(false);
  });

  it('increase across restarts with a clock that went back', () => {
    const clock = testClock();
    const last = uidMaker(clock)();
    clock.time -= 86_400_000;
    expect(uidMaker(clock, last)() > last).toBe(true);
    expect(uidMaker(clock)() > last).toBe(false);
  });

  it('count on from any last one, over the end of each half and into the time', () => {
    const clock = testClock(0);
    const next = (last: string) => uidMaker(clock, last)();
    expect({
      digit: next('01ARYZ6S41ABCDEFGHJKMNPQRZ'),
      half: next('01ARYZ6S41ABCDEFGHZZZZZZZZ'),
      time: next('01ARYZ6S41ZZZZZZZZZZZZZZZZ'),
      latest: next('7ZZZZZZZZZYYYYYYYYYYYYYYYY'),
      // Of a library that somebody else made.
      foreign: next('01ARYZ6S41abcdefgh\u0000\u{1f600}é-12'),
    }).toEqual({
      digit: '01ARYZ6S41ABCDEFGHJKMNPQS0',
      half: '01ARYZ6S41ABCDEFGJ00000000',
      time: '01ARYZ6S420000000000000000',
      latest: '7ZZZZZZZZZYYYYYYYYYYYYYYYZ',
      foreign: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/),
    });
  });
});
