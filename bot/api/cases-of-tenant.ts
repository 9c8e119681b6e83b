import type { CaseStore } from '../../concerns/ports/case-store.ts';

/** A case of another tenant does not exist. */
export const casesOfTenant = (cases: CaseStore, tenantId: string): CaseStore => ({
  create: (record, alert, events) => cases.create(record, alert, events),
  async readers(caseId) {
    const readers = await cases.readers(caseId);
    return readers?.tenantId === tenantId ? readers : undefined;
  },
  async read(caseId) {
    const standing = await cases.read(caseId);
    return standing?.value.tenantId === tenantId ? standing : undefined;
  },
  async gather(caseId, asked) {
    const gathered = await cases.gather(caseId, asked);
    return gathered?.case.value.tenantId === tenantId ? gathered : undefined;
  },
  change: (change) => cases.change(change),
  erase: (change) => cases.erase(change),
  expectGone: () => cases.expectGone(),
});
