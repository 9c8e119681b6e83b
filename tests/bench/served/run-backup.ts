import { backUpSqlite } from '../../../storage/sqlite/backup.ts';

// A process of its own, as the command is one: copies a store, and says how long it copied and how long it took in all.
const [from = '', to = ''] = process.argv.slice(2);
const began = performance.now();
let copied = began;
await backUpSqlite(from, to, 'production', () => {
  copied = performance.now();
});
const times = { copiedMs: copied - began, wholeMs: performance.now() - began };
process.stdout.write(JSON.stringify({ ...times, copiedAt: performance.timeOrigin + copied }));
