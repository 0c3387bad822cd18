// Backups, and what restoring one would change, as lines.
import type { Backup, BackupDifference } from '#contract/types/backup.ts';
import { type Output, plain } from './output.ts';

export function backupLine(backup: Backup, style: Output['style']): string {
  const { name, reason, articleCount, bytes, faults } = backup;
  const facts = [many(articleCount, 'article'), `${(bytes / 1e6).toFixed(1)} MB`];
  if (faults > 0) facts.push(`${faults} damaged already then`);
  return [style.strong(name), reason.padEnd(16), style.faint(facts.join(', '))].join('  ');
}

const signs = { returning: '+', going: '-', changing: '~' } as const;

export function printDifference(difference: BackupDifference, output: Output): void {
  const { backup, returning, going, changing, examples, isOtherLibrary } = difference;
  output.line(backupLine(backup, output.style));
  if (isOtherLibrary) output.line('This is a backup of another library.');
  output.line(
    `${many(returning, 'article')} would come back (+), ${going} would go (-), ${changing} would be as they were (~).`,
  );
  for (const { change, title } of examples) output.line(`${signs[change]} ${plain(title)}`);
  for (const noun of ['highlights', 'notes', 'tags'] as const) {
    const { now, inBackup } = difference[noun];
    output.line(`${noun}: ${now} now, ${inBackup} in the backup`);
  }
}

export const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
