import { describe, expect, it } from '@jest/globals';
import type { NewEvent } from '../../../core/model/event-record.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { listExhibits } from '../../../tab/case/list-exhibits.ts';
import { now } from '../../support/contracts/records.ts';
import { createDecryptedReport, createWorkedCase } from '../../support/tab/case-export.ts';
import { createCaseFile } from '../../support/tab/case-file.ts';

const [handler, colleague] = [toPersonId('a-handler'), toPersonId('a-colleague')];
const [sent, added] = [createCaseFile(), createCaseFile({ id: 'b2'.repeat(16), name: 'a letter.txt' })];
const at = now.toISOString();
const entry = (kind: NewEvent['kind'], objectId: typeof handler, file: string): NewEvent => ({
  kind,
  by: { objectId },
  at,
  detail: { file },
});

describe('the exhibits of a case', () => {
  it('are its files with who added, opened, marked and exported each, in the order in which that happened', () => {
    const { record, events } = createWorkedCase({
      happenings: [
        { kind: 'filesAdded', by: { objectId: colleague }, at, files: [{ id: added.id, bytes: 65_536 }] },
        entry('fileOpened', handler, sent.id),
        entry('fileOpened', colleague, sent.id),
        entry('fileMarked', colleague, sent.id),
        entry('fileExported', handler, added.id),
      ],
    });
    const report = createDecryptedReport(record, 'en', 'it');
    const opened = { ...report, report: { ...report.report, files: [sent] } };
    const exhibits = listExhibits({ report: opened, record, addedFiles: [{ at, files: [added] }] }, events);
    expect(exhibits.map(({ file, with: how, from }) => [file, how, from])).toEqual([
      [sent, 'report', 'reporter'],
      [added, 'added', { objectId: colleague }],
    ]);
    expect(exhibits.map((exhibit) => exhibit.events.map(({ kind, by }) => [kind, by]))).toEqual([
      [
        ['fileOpened', { objectId: handler }],
        ['fileOpened', { objectId: colleague }],
        ['fileMarked', { objectId: colleague }],
      ],
      [['fileExported', { objectId: handler }]],
    ]);
  });
});
