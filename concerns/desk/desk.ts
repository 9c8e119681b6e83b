import type { Desk } from '../ports/desk.ts';
import type { DraftStore } from '../ports/store.ts';
import { endOf } from '../terms/calendar.ts';
import { findCase, type FindCaseDependencies } from './find-case.ts';
import { takeAddition, type TakeAdditionDependencies } from './take-addition.ts';
import { takeReport, type TakeReportDependencies } from './take-report.ts';

export interface DeskDependencies extends FindCaseDependencies, TakeReportDependencies, TakeAdditionDependencies {
  readonly drafts: DraftStore;
  readonly cases: TakeReportDependencies['cases'];
}

/** The desk over a store, for the person with this budget. */
export const createDesk = (deps: DeskDependencies): Desk => ({
  submit: (report) => takeReport(deps, report),
  find: (claim, asked) => findCase(deps, claim, asked),
  add: (addition) => takeAddition(deps, addition),
  draft: async (id) => (await deps.drafts.read(id, deps.clock()))?.sealed,
  keep: (id, draft) =>
    draft === undefined
      ? deps.drafts.remove(id)
      : deps.budget.spend(
          {
            id: `draft ${id} ${draft.sealed}`,
            amounts: { drafts: 1 },
            isKept: async () => (await deps.drafts.read(id, deps.clock()))?.sealed === draft.sealed,
          },
          () => deps.drafts.save({ id, sealed: draft.sealed, expiresAt: endOf(draft.until, deps.timeZone) }),
          () => true,
        ),
});
