import { z } from 'zod';
import { addDays, type Day, dayOf } from '../terms/calendar.ts';
import { StoreError } from '../ports/store-error.ts';
import { draftIdOf } from '../records/code-keys.ts';
import { readWhole } from '../records/read-whole.ts';
import type { Clock, Random } from '../terms/clock.ts';
import type { Desk } from '../ports/desk.ts';
import { drawnForDraft, openDraft, sealDraft } from './draft-seal.ts';
import { type ReportState, reportStateSchema } from './report-flow.ts';
import type { ReturnCode } from '../terms/return-code.ts';

export interface DraftDependencies {
  readonly desk: Pick<Desk, 'draft' | 'keep'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly timeZone: string;
}

/** How long a draft is kept, in days. The card says so. */
export const draftDays = 7;
const contentSchema = z.object({ state: reportStateSchema, until: z.string() });

/**
 * Keeps a draft until the end of the day seven days on, sealed so that only the code opens it: when it ends does not
 * say at what time it was kept. Returns the last day. Throws StoreError.
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
 * The draft of a code with its last day, `undefined` where there is none or what is stored was not sealed by the code.
 * Throws StoreError: `newer` where it was, by a version whose drafts this one cannot go on from.
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

/** Removes the draft of a code. Silent where there is none. Throws StoreError. */
export const dropDraft = (deps: DraftDependencies, code: ReturnCode): Promise<void> =>
  deps.desk.keep(draftIdOf(code), undefined);
