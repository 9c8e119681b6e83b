import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createDesk, takePart } from '../../../core/intake/intake.ts';
import { boundless } from '../../../core/ports/work-budget.ts';
import { caseIdOf } from '../../../core/model/return-code-keys.ts';
import { dayOf } from '../../../core/model/calendar.ts';
import { lengthOfPart, partsOf } from '../../../core/model/files.ts';
import { folderFiles } from '../../../storage/blobs/folder-files.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { freshCode } from '../core/open-core.ts';

// A process that keeps reports with files, on and on, and says of each how far it is. It is killed meanwhile.
const [, , folder = ''] = process.argv;
const clock = () => new Date();
const store = openSqliteStore(join(folder, 'candour.db'));
const files = folderFiles(join(folder, 'files'), clock);
const timeZone = 'Europe/London';
const timing = { alertTiming: 'fullHour', alertNamesKind: false, reviewYears: 6, timeLimits: {} } as const;
const desk = createDesk({ ...store, ...timing, files, clock, timeZone, budget: boundless });
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

for (;;) {
  const claim = { caseId: caseIdOf(freshCode()), mailbox: `age1pq1${randomBytes(8).toString('hex')}` };
  const kept = { id: randomBytes(16).toString('hex'), bytes: 524_288 };
  for (let part = 0; part < partsOf(kept.bytes); part += 1)
    await takePart(
      { ...store, files, clock, budget: boundless },
      claim,
      kept,
      part,
      randomBytes(lengthOfPart(kept.bytes, part)),
    );
  say({ ...claim, ...kept, did: 'parts' });
  const outcome = await desk.submit({
    ...claim,
    tenantId: 'tenant',
    receivedOn: dayOf(clock(), timeZone),
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
