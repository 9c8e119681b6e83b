import { describe, expect, it } from '@jest/globals';
import type { ReportSubmission } from '../../../core/ports/intake.ts';
import { digestOfCase } from '../../../core/model/event-record.ts';
import { type PartnerType, partnerTypes } from '../../../core/model/report-routes.ts';
import { createCase, newCaseId, today } from '../../support/contracts/records.ts';
import { setUpSharedCore } from '../../support/core/set-up-core.ts';

const core = setUpSharedCore();

const aReport = (differences: Partial<ReportSubmission>): ReportSubmission => ({
  caseId: newCaseId(),
  mailbox: 'age1pq1mailbox',
  tenantId: 'tenant',
  receivedOn: today,
  route: 'hub',
  urgency: 'standard',
  mode: 'notKept',
  language: 'en',
  handledBy: 'acu',
  flags: [],
  contentTag: 'tag',
  sealedReport: 'c2VhbGVk',
  ...differences,
});

async function taken(differences: Partial<ReportSubmission>) {
  const report = aReport(differences);
  await core.deps.intake.submit(report);
  const standing = await core.store.cases.read(report.caseId);
  if (standing === undefined) throw new Error('nothing stands');
  return standing.value;
}

describe('a report of a partner', () => {
  it.each(partnerTypes)('stands with the kind of organisation that passed it on: %s', async (partnerType) => {
    expect(await taken({ partnerType })).toMatchObject({ route: 'hub', partnerType });
  });

  it('never has one where it came by a door of the staff', async () => {
    const record = await taken({ route: 'staff', partnerType: 'victims' });
    expect(record).not.toHaveProperty('partnerType');
  });

  it('has another digest with each kind, and the one that it always had without', () => {
    const record = createCase({ caseId: newCaseId() });
    const digestWith = (partnerType?: PartnerType) => digestOfCase({ ...record, partnerType });
    expect(digestWith()).toBe(digestOfCase(record));
    expect(new Set(partnerTypes.map(digestWith)).size).toBe(partnerTypes.length);
    expect(partnerTypes.map(digestWith)).not.toContain(digestOfCase(record));
  });
});
