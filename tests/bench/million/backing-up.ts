import { backUpSqlite } from '../../../storage/sqlite/backup.ts';

// A process of its own, as the command is one: copies a store, and says how long it copied and how long it took in all.
const [from = '', to = ''] = process.argv.slice(2);
const began = performance.now();
let copiedMs = 0;
await backUpSqlite(from, to, 'production', () => {
  copiedMs = performance.now() - began;
});
process.stdout.write(JSON.stringify({ copiedMs, wholeMs: performance.now() - began }));
