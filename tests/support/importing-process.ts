// A process that opens a library and imports a source until it is killed, and tells how far it has come.
import { libraryContract } from '#contract/library.ts';
import { openLibrary } from '#library/open-library.ts';
import { clientOf } from './client-of.ts';
import { makePorts } from './make-ports.ts';

const [, , dir = '', path = ''] = process.argv;

const library = await openLibrary({ dir, ports: makePorts() });
library.onEvent((event) => {
  if (event.kind === 'importing') process.send?.(event.done);
});
const client = clientOf(libraryContract, library.dispatch);
const source = { path };
const { format } = await client['imports.plan']({ source });
await client['imports.start']({ source, format, fetch: false });
