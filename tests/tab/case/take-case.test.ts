import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { toPersonId } from '../../../core/model/roles.ts';
import { afterTakeCommand, takeStep, type TakeCommand, type TakeSituation } from '../../../tab/case/take-case.ts';
import { newCaseId } from '../../support/contracts/records.ts';

const [me, colleague, gone] = [toPersonId('me'), toPersonId('a-colleague'), toPersonId('who-left')];
const report = {};
const situation = (given: Partial<TakeSituation> = {}, assignee?: typeof me): TakeSituation => ({
  record: { caseId: newCaseId(), revision: 7, assignee },
  assignable: [{ objectId: me }, { objectId: colleague }],
  me,
  opened: report,
  knowsNobodyIn: undefined,
  ...given,
});
const answered = { knowsNobodyIn: report };

describe('taking a case', () => {
  it('is not offered before the report is open, and then only after the question whether one knows anyone in it', () => {
    expect(takeStep(situation({ opened: undefined }))).toBe('none');
    for (const assignee of [undefined, colleague, gone]) {
      expect(takeStep(situation({}, assignee))).toBe('question');
      expect(takeStep(situation({ opened: undefined, ...answered }, assignee))).toBe('none');
    }
    expect(takeStep(situation(answered))).toBe('take');
  });

  it('is asked about again once the report is opened again: no answer is for another opening', () => {
    expect(takeStep(situation({ ...answered, opened: {} }))).toBe('question');
    expect(afterTakeCommand(situation({ ...answered, opened: {} }), 'take').effect).toBeUndefined();
  });

  it('is sent by the command alone: an answer sends nothing, and someone who knows anyone is led away', () => {
    expect(afterTakeCommand(situation(), 'knowNobody')).toEqual({ knowsNobodyIn: report });
    expect(afterTakeCommand(situation(), 'knowSomebody')).toEqual({ knowsNobodyIn: undefined, effect: 'leave' });
    expect(afterTakeCommand(situation(), 'take').effect).toBeUndefined();
    expect(afterTakeCommand(situation(answered), 'take')).toEqual({ ...answered, effect: 'send' });
    expect(afterTakeCommand(situation(answered, me), 'take').effect).toBeUndefined();
  });

  it('is from a colleague only if they can have it now: nobody who left is told, or named as who has it', () => {
    expect(takeStep(situation(answered, colleague))).toBe('takeOver');
    expect(takeStep(situation(answered, gone))).toBe('take');
    expect(takeStep(situation({ ...answered, assignable: [{ objectId: me }] }, colleague))).toBe('take');
    expect(takeStep(situation({ ...answered, assignable: [] }, gone))).toBe('take');
  });

  it('is said to be done for this person alone, and only to someone who answered', () => {
    expect(takeStep(situation(answered, me))).toBe('taken');
    expect(takeStep(situation({}, me))).toBe('none');
  });

  it('follows an answer about the report that is open, whatever was pressed, opened and taken in whatever order', () => {
    const reports = [{}, {}, {}];
    const happens = fc.oneof(
      fc.constantFrom<TakeCommand>('knowNobody', 'knowSomebody', 'take').map((press) => ({ press })),
      fc.constantFrom(undefined, ...reports).map((opened) => ({ opened })),
      fc.constantFrom(undefined, me, colleague, gone).map((assignee) => ({ assignee })),
    );
    fc.assert(
      fc.property(fc.array(happens, { maxLength: 20 }), (all) => {
        let now = situation({ opened: undefined });
        let saidOf: object | undefined;
        for (const one of all) {
          if ('opened' in one) now = { ...now, opened: one.opened };
          else if ('assignee' in one) now = { ...now, record: { ...now.record, assignee: one.assignee } };
          else {
            const { knowsNobodyIn, effect } = afterTakeCommand(now, one.press);
            const isAsked = now.opened !== undefined && (now.record.assignee !== me || saidOf === now.opened);
            if (isAsked && one.press === 'knowNobody') saidOf = now.opened;
            if (isAsked && one.press === 'knowSomebody') saidOf = undefined;
            const maySend = now.opened !== undefined && saidOf === now.opened && now.record.assignee !== me;
            expect([one.press, effect === 'send']).toEqual([one.press, one.press === 'take' && maySend]);
            now = { ...now, knowsNobodyIn };
          }
        }
      }),
    );
  });
});
