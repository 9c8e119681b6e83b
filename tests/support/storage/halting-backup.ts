// Copies a store, and stands still in the midst of it until it is told to go on: node halting-backup.ts <from> <to>
import { readSync, writeSync } from 'node:fs';
import { backUpSqlite } from '../../../storage/sqlite/backup.ts';

const [from = '', to = ''] = process.argv.slice(2);
let halted = false;
await backUpSqlite(from, to, 'production', (share) => {
  if (halted || share === 1) return;
  halted = true;
  writeSync(1, 'halted\n');
  readSync(0, Buffer.alloc(1));
});
