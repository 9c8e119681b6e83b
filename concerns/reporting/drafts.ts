import { z } from 'zod';
import { addDays, type Clock, type Day, dayOf, type Random } from '../terms/calendar.ts';
import { StoreError } from '../ports/store-error.ts';
import { draftIdOf } from '../records/code-keys.ts';
import { readWhole } from '../records/read-whole.ts';
import type { Desk } from '../ports/desk.ts';
import { drawnForDraft, openDraft, sealDraft } from './draft-seal.ts';
import { type ReportState, reportStateSchema } from './report-flow.ts';
import type { ReturnCode } from '../terms/codes.ts';

export interface DraftDependencies {
  readonly desk: Pick<Desk, 'draft' | 'keep'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly timeZone: string;
}

export const draftDays = 7;
const contentSchema = z.object({ state: reportStateSchema, until: z.string() });

/**
 * Keeps a draft for seven full days, so that its end does not tell the time at which it was kept. Returns the last day.
 * Throws StoreError.
 */
export async function keepDraft(deps: DraftDependencies, state: ReportState): Promise<Day> {
  const until = addDays(dayOf(deps.clock(), deps.timeZone), draftDays);
  await deps.desk.keep(draftIdOf(state.code), {
    sealed: await sealDraft(state.code, JSON.stringify({ state, until }), deps.random(drawnForDraft)),
    until,
  });
  return until;
}

/**
 * `undefined` also if the stored draft was not sealed by this code. Throws StoreError: `newer` if this version cannot
 * go on from the draft.
 */
export async function findDraft(
  deps: DraftDependencies,
  code: ReturnCode,
): Promise<{ readonly state: ReportState; readonly until: string } | undefined> {
  const stored = await deps.desk.draft(draftIdOf(code));
  const text = stored === undefined ? undefined : await openDraft(code, stored);
  if (text === undefined) return undefined;
  const content = readWhole(contentSchema, JSON.parse(text));
  if (content === undefined) throw new StoreError('newer');
  return content;
}

export const dropDraft = (deps: DraftDependencies, code: ReturnCode): Promise<void> =>
  deps.desk.keep(draftIdOf(code), undefined);
