// Has a file open, and holds it or lets it go as it is told: node holding-process.ts <file>
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';

const [path = ''] = process.argv.slice(2);
const database = new DatabaseSync(path, { timeout: 5_000 });
database.prepare('SELECT count(*) FROM sqlite_schema').get();
process.stdout.write('open\n');
for await (const told of createInterface({ input: process.stdin })) {
  database.exec(told === 'hold' ? 'BEGIN IMMEDIATE' : 'ROLLBACK');
  process.stdout.write(`${told}\n`);
}
database.close();
