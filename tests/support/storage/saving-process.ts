// Saves cases into a file, several at a time, until it is done or killed: node saving-process.ts <file> [reference…]
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { parseCaseId } from '../../../core/model/case-id.ts';
import { createCase, createAlert, firstEvent, newCaseId } from '../contracts/records.ts';

const [path, ...named] = process.argv.slice(2);
if (!path) throw new Error('name a file');
const store = openSqliteStore(path);

function* references() {
  if (named.length === 0) for (;;) yield newCaseId();
  for (const text of named) {
    const caseId = parseCaseId(text);
    if (caseId) yield caseId;
  }
}

const toSave = references();
async function saveOneAfterTheOther(): Promise<void> {
  for (const caseId of toSave) {
    const answer = await store.cases.create(createCase({ caseId }), createAlert(caseId), [firstEvent(caseId)]);
    process.stdout.write(`${JSON.stringify({ caseId, answer })}\n`);
  }
}
await Promise.all(Array.from({ length: 4 }, saveOneAfterTheOther));
await store.close();
