import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createIntake, saveReporterUploadPart } from '../../../core/intake/intake.ts';
import { unlimitedBudget } from '../../../core/ports/work-budget.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { toDay } from '../../../core/model/calendar.ts';
import { partLength, partCount } from '../../../core/model/file-limits.ts';
import { createFolderFileStore } from '../../../storage/blobs/folder-file-store.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { newReturnCode } from '../core/open-core.ts';

// A process that keeps reports with files, on and on, and says of each how far it is. It is killed meanwhile.
const [, , folder = ''] = process.argv;
const clock = () => new Date();
const store = openSqliteStore(join(folder, 'candour.db'));
const files = createFolderFileStore(join(folder, 'files'), clock);
const timeZone = 'Europe/London';
const timing = { alertTiming: 'fullHour', alertNamesKind: false, reviewYears: 6, timeLimits: {} } as const;
const intake = createIntake({ ...store, ...timing, files, clock, timeZone, budget: unlimitedBudget });
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

for (;;) {
  const claim = { caseId: deriveCaseId(newReturnCode()), mailbox: `age1pq1${randomBytes(8).toString('hex')}` };
  const kept = { id: randomBytes(16).toString('hex'), bytes: 524_288 };
  for (let part = 0; part < partCount(kept.bytes); part += 1)
    await saveReporterUploadPart(
      { ...store, files, clock, budget: unlimitedBudget },
      claim,
      kept,
      part,
      randomBytes(partLength(kept.bytes, part)),
    );
  say({ ...claim, ...kept, did: 'parts' });
  const outcome = await intake.submit({
    ...claim,
    tenantId: 'tenant',
    receivedOn: toDay(clock(), timeZone),
    route: 'staff',
    urgency: 'standard',
    mode: 'notKept',
    language: 'en',
    handledBy: 'acu',
    flags: [],
    contentTag: 'tag',
    sealedReport: 'c2VhbA==',
    files: [kept],
  });
  say({ ...claim, ...kept, did: outcome.kind });
}
