// The web host by itself: `node electron/hosts/http-host.ts [--library DIR] [--port N] [file|url]…`. What `npm start` runs
// where no desktop window can be opened. The last line on standard output is the address to open.
import { flushCompileCache } from 'node:module';
import { keepCompiled } from './keep-compiled.ts';
import { keepHeapLean } from './lean-heap.ts';

keepHeapLean();
keepCompiled();
const { main } = await import('./http/main.ts');
// It may run for days, and be ended by anything.
flushCompileCache();

process.exitCode = await main(process.argv.slice(2));
