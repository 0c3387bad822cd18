// One sample of each format in the list.
import { pocketCsvSample } from './pocket-csv.ts';
import type { Sample } from './sample.ts';

export const samples: readonly Sample[] = [pocketCsvSample];
