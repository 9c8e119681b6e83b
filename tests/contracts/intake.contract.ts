import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Intake } from '../../core/ports/intake.ts';
import type { MailboxDecrypter, TextSealer } from '../../core/ports/seal.ts';
import { addSeparateAddition } from '../../core/reporting/separate-addition.ts';
import { deriveCaseCredential, submitReport } from '../../core/reporting/submit-report.ts';
import { findByReturnCode } from '../../core/reporting/find-by-return-code.ts';
import { removeDraft, findDraft, saveDraft } from '../../core/reporting/drafts.ts';
import { addFollowUp, isFollowUpStored } from '../../core/reporting/follow-up.ts';
import { initialReportState } from '../../core/reporting/report-flow.ts';
import type { ReturnCode } from '../../core/model/return-code.ts';
import type { Route } from '../../core/model/report-routes.ts';
import { createSubmission, newReturnCode, random } from '../support/core/open-core.ts';

/** Everything that the reporter's side of a desk works with. */
export interface IntakeFixture {
  readonly intake: Intake;
  readonly seal: TextSealer;
  readonly mailbox: MailboxDecrypter;
  readonly clock: () => Date;
  readonly timeZone: string;
  /** Erases what stands under a code, as two people do. */
  readonly erase: (code: ReturnCode) => Promise<void>;
  /** Who is typing at this desk. */
  readonly person: { readonly objectId: string; readonly name: string };
  /** The ways by which this desk takes reports. */
  readonly ways: readonly Route[];
}

const addition = (): string => randomUUID().replaceAll('-', '');

/** What a reporter is told at a desk, whether it is a call in the same process or goes over the wire. */
export function intakeContract(name: string, open: () => IntakeFixture): void {
  describe(`the desk ${name}`, () => {
    const at = () => ({ ...open(), random });
    const submission = (differences: Parameters<typeof createSubmission>[0] = {}) =>
      createSubmission({ person: open().person, ...differences });

    it.each(['notKept', 'named', 'confidential'])(
      'keeps a report (%s) once, and tells a changed one from a repeat',
      async (mode) => {
        const deps = at();
        const one = submission({
          answers: { mode, what: 'what happened', conflict: 'no', risk: 'yes', kind: 'boundaries' },
        });
        expect(await submitReport(deps, one)).toMatchObject({ kind: 'saved', isNew: true, mode, urgency: 'urgent' });
        expect(await submitReport(deps, one)).toMatchObject({ kind: 'saved', isNew: false, mode, handledBy: 'acu' });
        const changed = { ...one, answers: { ...one.answers, what: 'something else' } };
        expect(await submitReport(deps, changed)).toMatchObject({ kind: 'differs', mode });
      },
    );

    it('finds what was kept by its code, and nothing by another', async () => {
      const deps = at();
      const one = submission();
      await submitReport(deps, one);
      expect(await findByReturnCode(deps, one.code)).toMatchObject({ kind: 'case', status: 'received', followUps: 0 });
      expect(await findByReturnCode(deps, newReturnCode())).toEqual({ kind: 'nothing' });
    });

    it('says by which way a case came', async () => {
      const deps = at();
      for (const route of deps.ways) {
        const one = submission({ route });
        await submitReport(deps, one);
        expect(await findByReturnCode(deps, one.code)).toMatchObject({ kind: 'case', route });
      }
    });

    it('takes an addition once, in its place, and says where there is no report', async () => {
      const deps = at();
      const { code, ...rest } = submission();
      await submitReport(deps, { code, ...rest });
      const [id, next] = [addition(), addition()];
      const add = (name: string) => addFollowUp(deps, { code, id: name, text: 'more', urgency: 'urgent' });
      expect(await add(id)).toEqual({ kind: 'saved', isNew: true });
      expect(await add(id)).toEqual({ kind: 'saved', isNew: false });
      expect(await add(next)).toEqual({ kind: 'saved', isNew: true });
      expect(await isFollowUpStored(deps, code, id)).toBe(true);
      expect(await isFollowUpStored(deps, code, addition())).toBe(false);
      expect(await findByReturnCode(deps, code)).toMatchObject({
        kind: 'case',
        followUps: 2,
        thread: { unverifiedCount: 0 },
      });
      expect(await addFollowUp(deps, { code: newReturnCode(), id, text: 'more' })).toEqual({ kind: 'notFound' });
    });

    it('keeps what may concern the unit apart', async () => {
      const deps = at();
      const { code, ...rest } = submission();
      await submitReport(deps, { code, ...rest });
      const apart = {
        code,
        name: addition(),
        language: 'cy',
        tenantId: rest.tenantId,
        text: 'one of them',
        isAtRisk: false,
      } as const;
      const saved = await addSeparateAddition(deps, apart);
      expect(saved).toMatchObject({ kind: 'saved', isNew: true });
      expect(await addSeparateAddition(deps, apart)).toEqual({ ...saved, isNew: false });
    });

    it('keeps a draft under its code, puts a later one in its place, and drops it', async () => {
      const deps = at();
      const state = { ...initialReportState(newReturnCode(), 'cy'), answers: { what: 'half of it \u{1f600}' } };
      const until = await saveDraft(deps, state);
      expect(await findDraft(deps, state.code)).toEqual({ state, until });
      const later = { ...state, answers: { what: 'all of it' } };
      await saveDraft(deps, later);
      expect(await findByReturnCode(deps, state.code)).toEqual({ kind: 'draft', state: later, until });
      await removeDraft(deps, state.code);
      expect(await findDraft(deps, state.code)).toBeUndefined();
    });

    it('says of an erased report the day, and takes nothing for it', async () => {
      const deps = at();
      const { code, ...rest } = submission();
      await submitReport(deps, { code, ...rest });
      const id = addition();
      await addFollowUp(deps, { code, id, text: 'more' });
      await deps.erase(code);
      expect(await findByReturnCode(deps, code)).toMatchObject({ kind: 'erased' });
      expect(await submitReport(deps, { code, ...rest })).toEqual({ kind: 'erased' });
      expect(await addFollowUp(deps, { code, id, text: 'more' })).toMatchObject({ kind: 'erased', stood: true });
      expect(await addFollowUp(deps, { code, id: addition(), text: 'too late' })).toMatchObject({
        kind: 'erased',
        stood: false,
      });
    });

    it('says nothing of an erased report to whoever knows its reference and has another code', async () => {
      const deps = at();
      const { code, ...rest } = submission();
      await submitReport(deps, { code, ...rest });
      const { caseId } = await deriveCaseCredential(deps.seal, code);
      await deps.erase(code);
      const other = newReturnCode();
      const claim = { caseId, mailbox: (await deriveCaseCredential(deps.seal, other)).mailbox };
      expect(await deps.intake.find(claim, { messages: true })).toBeUndefined();
      const as = <Sent extends object>(sent: Sent) => ({ ...sent, ...claim });
      const intake: Intake = {
        ...deps.intake,
        submit: (report) => deps.intake.submit(as(report)),
        find: (_claim, asked) => deps.intake.find(claim, asked),
        add: (sent) => deps.intake.add(as(sent)),
      };
      expect(await submitReport({ ...deps, intake }, { code: other, ...rest })).toEqual({ kind: 'taken' });
      expect(await addFollowUp({ ...deps, intake }, { code: other, id: addition(), text: 'more' })).toEqual({
        kind: 'notFound',
      });
    });
  });
}
