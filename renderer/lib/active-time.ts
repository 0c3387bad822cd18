// How long somebody has really been reading: time counts while something was done a moment ago, and not while the window
// lies open on a table.

/** Somebody who has touched nothing for this long may have gone. */
export const IDLE_AFTER_MS = 30_000;

export class ActiveTime {
  private counted = 0;
  private countedTo = 0;
  private activeUntil = 0;

  /** Something was done: scrolled, a key, the mouse. All times are milliseconds of one clock. */
  stir(now: number): void {
    this.settle(now);
    this.activeUntil = now + IDLE_AFTER_MS;
  }

  /** The window cannot be seen any more. */
  rest(now: number): void {
    this.settle(now);
    this.activeUntil = now;
  }

  /** @returns whole milliseconds since it was last taken */
  take(now: number): number {
    this.settle(now);
    const taken = Math.round(this.counted);
    this.counted = 0;
    return taken;
  }

  private settle(now: number): void {
    this.counted += Math.max(0, Math.min(now, this.activeUntil) - this.countedTo);
    this.countedTo = now;
  }
}
