// Saves cases, several in a turn, until their file takes no more: node full-file-process.ts <folder>. Then removes
// <folder>/ballast, saves once more, and prints what was told of each and what stands.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from '../../../core/ports/store-error.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { createSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { openSqliteFile } from '../../../storage/sqlite/sqlite-file.ts';
import { createCase, createAlert, firstEvent, newCaseId } from '../contracts/records.ts';

const folder = process.argv[2] ?? '';
// No time passes, so that what is asked for together stays together, however slow the machine is.
const store = createSqliteStore(openSqliteFile(join(folder, 'candour.db'), 50, 'production', () => 0));
const told = new Map<CaseId, string>();

async function save(caseId: CaseId): Promise<void> {
  const record = createCase({ caseId, sealedReport: 'x'.repeat(4_000) });
  const saved = store.cases.create(record, createAlert(caseId), [firstEvent(caseId)]);
  told.set(
    caseId,
    await saved.catch((error: unknown) => (error instanceof StoreError ? error.code : 'an unknown error')),
  );
}

/** What was told of those who shared the last turn. */
let lastTurn: readonly (string | undefined)[] = [];
while (lastTurn.every((answer) => answer === 'created') && told.size < 2_000) {
  const ids = Array.from({ length: 6 }, newCaseId);
  await Promise.all(ids.map(save));
  lastTurn = ids.map((id) => told.get(id));
}
rmSync(join(folder, 'ballast'), { force: true });
const last = newCaseId();
await save(last);
const isSo: boolean[] = [];
for (const [caseId, answer] of told) {
  const stands = (await store.cases.read(caseId)) !== undefined;
  isSo.push(answer === 'unknown' || stands === (answer === 'created'));
}
process.stdout.write(
  JSON.stringify({ lastTurn, isSo: isSo.every(Boolean), saved: told.size > 6, again: told.get(last) }),
);
