// A process that owns a library and does nothing until it is ended. Argument: the library's folder.
import { acquireOwnerLock } from '#library/storage/owner-lock.ts';

const [, , dir = ''] = process.argv;
acquireOwnerLock(dir, { pid: process.pid, address: '/tmp/somewhere' });
process.send?.('owned');
setInterval(() => {}, 1000);
