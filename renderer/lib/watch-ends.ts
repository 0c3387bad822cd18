// What becomes of a page in the watched folder once it is clipped, as it is offered.
import type { WatchEnd } from '#contract/types/watch.ts';

export const watchEnds: readonly WatchEnd[] = ['keep', 'move'];
