// Properties are tried on the same made-up input in every run, so that a change is judged by what it changed. Another
// seed tries others: `LECTERN_SEED=7 npm run unit`.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.LECTERN_SEED ?? 1) });
