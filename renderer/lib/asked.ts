// Holds what the desktop was asked for from outside until the person has answered: one thing at a time.
import { type AskedHolder, type AskedNow, announcer } from './link.ts';

export function askedHolder(): AskedHolder {
  const changes = announcer<void>();
  let now: AskedNow | null = null;
  return {
    now: () => now,
    listen: changes.listen,
    tell(asked) {
      now = now ? { ...now, passedOver: now.passedOver + 1 } : { asked, passedOver: 0 };
      changes.tell();
    },
    answered() {
      now = null;
      changes.tell();
    },
  };
}
