// lectern salvage: reads what can be read of a broken library into a new one; exit code 1 where something is lost.
import { resolve } from 'node:path';
import { nodePorts } from '../node-ports.ts';
import type { CommandRun } from './commands.ts';

export async function runSalvage({ invocation, json, output, signal }: CommandRun) {
  const [from = '', to = ''] = invocation.operands.map((operand) => resolve(operand));
  const { salvageLibrary } = await import('#library/salvage-library.ts');
  const ports = nodePorts();
  try {
    const report = await salvageLibrary({ from, to, ports }, signal);
    const { articles, readAgain, destroyed, problems } = report;
    if (json) output.json(report);
    else {
      for (const { code, message, table, uid } of problems) {
        output.problem({ code, message }, uid === null ? table : `${table} ${uid}`);
      }
      const notes = [
        readAgain > 0 && `${readAgain} of them read anew from their saved pages`,
        destroyed > 0 && `${destroyed} pages of the database are destroyed`,
      ].filter(Boolean);
      const found = `${articles} article${articles === 1 ? '' : 's'} in “${to}”`;
      output.line([found, ...notes].join('; '));
    }
    return problems.length > 0 ? 1 : 0;
  } finally {
    ports.close();
  }
}
