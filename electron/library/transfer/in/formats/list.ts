// THE table of formats that can be imported. A new one is one file here and one fixture in tests/support/transfer/.
import type { ImportFormat } from '../format.ts';
import { pocketCsv } from './pocket-csv.ts';

export const formats: readonly ImportFormat[] = [pocketCsv];
