import { asSeenTo } from '../records/awaited.ts';
import { withNextCheck } from '../records/detriment-check.ts';
import { withoutEnd } from '../records/closed-case.ts';
import type { Actor } from '../records/permissions.ts';
import type { Grading } from '../terms/grading.ts';
import type { Flag, RecordedTowards } from '../terms/kinds.ts';
import type { NationalCategory } from '../terms/national-categories.ts';
import { type ClosingAnswer, type Outcome, type Regime } from '../terms/outcomes.ts';
import { mayMove } from './case-states.ts';
import { type AskedChange, type CaseOutcome, type CaseworkDependencies, noteOf, type SealedWords } from './casework.ts';
import { changeCase } from './change-case.ts';
import { firstAnsweredOn } from './first-answer.ts';
import { closingGates, outcomeGates, whyGated } from './gates.ts';
import { isAloneWithReserved, tellingRefusal, told, wasReadByAnother } from './second-person.ts';

export interface AskedTriage extends AskedChange {
  readonly category: NationalCategory;
  readonly grading: Grading;
  readonly flags: readonly Flag[];
  readonly regime: Regime;
  /** Missing where nobody said: what was recorded before stays. */
  readonly towards?: RecordedTowards | undefined;
  readonly words?: SealedWords | undefined;
}

/**
 * Grades a case. The first time makes an acknowledged case a triaged one; later ones change the grading only, until it
 * is closed. Throws StoreError.
 */
export const triageCase = (deps: CaseworkDependencies, by: Actor, asked: AskedTriage): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['triaged'], ({ record, today }) => {
    const first = mayMove(record.status, 'triaged');
    if (record.triagedOn === undefined ? !first : record.status === 'closed') return { why: 'state' };
    const { category, grading, regime } = asked;
    const flags = [...new Set(asked.flags)];
    const towards = asked.towards ?? record.towards;
    const graded = { ...record, nationalCategory: category, grading, flags, regime, towards };
    const detail = { category, grading, flags, regime, ...(towards && { towards }) };
    return {
      steps: [
        first
          ? {
              record: { ...graded, status: 'triaged', triagedOn: today, updatedOn: today },
              event: {
                kind: 'triaged',
                detail: { ...detail, from: record.status, to: 'triaged' },
                ...noteOf(asked.words),
              },
            }
          : { record: graded, event: { kind: 'triaged', detail, ...noteOf(asked.words) } },
      ],
    };
  });

export interface AskedMove extends AskedChange {
  readonly to: 'inProgress' | 'awaitingReporter' | 'reopened';
  readonly words?: SealedWords | undefined;
}

/**
 * Moves a case to a state that may follow its own. A closed case is reopened, without its outcome,
 * and no longer about to be erased. Throws StoreError.
 */
export const moveCase = (deps: CaseworkDependencies, by: Actor, asked: AskedMove): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['moved', 'reopened'], ({ record, today }) => {
    if (!mayMove(record.status, asked.to)) return { why: 'state' };
    const { erasure, ...open } = withoutEnd(record);
    const detail = { from: record.status, to: asked.to };
    return {
      steps: [
        {
          // Whoever works on a case again has decided that it is needed.
          record: {
            ...open,
            ...(asked.to !== 'reopened' && erasure && { erasure }),
            // Nobody wrote: what is unread stays so, and nothing else is taken for it.
            ...(asked.to === 'reopened' && { unreadMessages: open.unreadMessages ?? 0 }),
            status: asked.to,
            updatedOn: today,
          },
          event: { kind: asked.to === 'reopened' ? 'reopened' : 'moved', detail, ...noteOf(asked.words) },
        },
      ],
    };
  });

export interface AskedClosing extends AskedChange {
  readonly outcome: Outcome;
  /** The answer that whoever reported reads when they come back. */
  readonly answer: ClosingAnswer;
  /** Why, for all who handle the case. */
  readonly words: SealedWords;
}

/**
 * Closes a case with its outcome and a reason, and with the answer that waits under the code, once no gate stands any
 * more: the refusal names those that do. All that is due on a closed case is to ask whoever let an identity be kept, where
 * messages were agreed to, whether they were treated worse; and its referral that was decided and not made. Where
 * nobody else who sees it has read all that is known of it, the reserve is told; where nobody is left who could be told,
 * it waits for a second person. Throws StoreError.
 */
export const closeCase = (deps: CaseworkDependencies, by: Actor, asked: AskedClosing): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['closed'], async (standing) => {
    const { record, today } = standing;
    if (!mayMove(record.status, 'closed')) return { why: 'state' };
    if (await isAloneWithReserved(deps, standing)) return { why: 'needsSecond' };
    const { outcome, answer } = asked;
    const gates = [...(await closingGates(deps, standing)), ...(await outcomeGates(deps, standing, by, outcome))];
    if (gates.length > 0) return whyGated(gates);
    const closed = {
      ...asSeenTo(record),
      status: 'closed',
      outcome,
      answer,
      answeredOn: await firstAnsweredOn(standing),
      closedOn: today,
      updatedOn: today,
    } as const;
    const step = {
      record: deps.messages ? withNextCheck(closed, today) : closed,
      event: { kind: 'closed', detail: { from: record.status, to: 'closed', outcome, answer }, note: asked.words },
    } as const;
    if (await wasReadByAnother(deps, standing)) return { steps: [step] };
    return (await tellingRefusal(deps, standing)) ?? told(step, standing);
  });
