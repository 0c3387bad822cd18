// The first script inside an article's frame, in the head and as small as can be: it runs ahead of the text, which it
// hides until it is set, and asks the window at once how that is to be.
import { closeCurtain } from './curtain.ts';
import { keepEarly } from './early.ts';
import { tellWindow } from './tell-window.ts';

keepEarly();
closeCurtain();
tellWindow({ kind: 'ready' });
