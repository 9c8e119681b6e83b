import { createCipheriv, createDecipheriv } from 'node:crypto';
import { z } from 'zod';
import { addDays, type Day, dayOf } from '../terms/calendar.ts';
import { draftIdOf, draftKeyOf } from '../records/code-keys.ts';
import type { Clock, Random } from '../terms/clock.ts';
import type { Desk } from '../ports/desk.ts';
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
/** The size a sealed draft is padded to a multiple of, in bytes: its length says little of what is in it. */
const paddingStep = 4096;
const contentSchema = z.object({ state: reportStateSchema, until: z.string() });

function sealed(code: ReturnCode, text: string, iv: Uint8Array): string {
  const words = Buffer.from(text);
  const padded = Buffer.alloc(Math.ceil((words.length + 1) / paddingStep) * paddingStep);
  words.copy(padded);
  padded[words.length] = 1;
  const cipher = createCipheriv('aes-256-gcm', draftKeyOf(code), iv);
  return Buffer.concat([iv, cipher.update(padded), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

function opened(code: ReturnCode, text: string): string | undefined {
  const bytes = Buffer.from(text, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', draftKeyOf(code), bytes.subarray(0, 12), { authTagLength: 16 });
    decipher.setAuthTag(bytes.subarray(-16));
    const padded = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
    return padded.subarray(0, padded.lastIndexOf(1)).toString();
  } catch {
    return undefined;
  }
}

/**
 * Keeps a draft until the end of the day seven days on, sealed so that only the code opens it: when it ends does not
 * say at what time it was kept. Returns the last day. Throws StoreError.
 */
export async function keepDraft(deps: DraftDependencies, state: ReportState): Promise<Day> {
  const until = addDays(dayOf(deps.clock(), deps.timeZone), draftDays);
  await deps.desk.keep(draftIdOf(state.code), {
    sealed: sealed(state.code, JSON.stringify({ state, until }), deps.random(12)),
    until,
  });
  return until;
}

/** The draft of a code with its last day, `undefined` where there is none or what is stored was not sealed by the code. */
export async function findDraft(
  deps: DraftDependencies,
  code: ReturnCode,
): Promise<{ readonly state: ReportState; readonly until: string } | undefined> {
  const stored = await deps.desk.draft(draftIdOf(code));
  const text = stored === undefined ? undefined : opened(code, stored);
  const content = text === undefined ? undefined : contentSchema.safeParse(JSON.parse(text));
  return content?.success ? content.data : undefined;
}

/** Removes the draft of a code. Silent where there is none. Throws StoreError. */
export const dropDraft = (deps: DraftDependencies, code: ReturnCode): Promise<void> =>
  deps.desk.keep(draftIdOf(code), undefined);
