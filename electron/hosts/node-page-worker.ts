// The page thread outside Electron.
import { flushCompileCache } from 'node:module';
import { keepCompiled } from './keep-compiled.ts';

keepCompiled();
await import('#library/clip/page/page-worker.ts');
// This thread is ended rather than left, and what is not written by then would be compiled again.
flushCompileCache();
