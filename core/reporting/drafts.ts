import { z } from 'zod';
import { base64 } from '@scure/base';
import { addDays, type Clock, type Day, toDay, type RandomSource } from '../model/calendar.ts';
import { StoreError } from '../ports/store-error.ts';
import { deriveDraftId, deriveDraftKey } from '../model/return-code-keys.ts';
import { parseWithUnknownFields } from '../model/unknown-fields.ts';
import type { Intake } from '../ports/intake.ts';
import { type ReportState, reportStateSchema } from './report-flow.ts';
import type { ReturnCode } from '../model/return-code.ts';

export interface DraftDependencies {
  readonly intake: Pick<Intake, 'readDraft' | 'saveDraft'>;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly timeZone: string;
}

export const draftRetentionDays = 7;
const contentSchema = z.object({ state: reportStateSchema, until: z.string() });

/**
 * For seven full days, so that its end does not tell the time at which it was stored. Returns the last day. Throws
 * StoreError.
 */
export async function saveDraft(deps: DraftDependencies, state: ReportState): Promise<Day> {
  const until = addDays(toDay(deps.clock(), deps.timeZone), draftRetentionDays);
  await deps.intake.saveDraft(deriveDraftId(state.code), {
    sealed: await sealDraft(state.code, JSON.stringify({ state, until }), deps.random(ivBytes)),
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
  const stored = await deps.intake.readDraft(deriveDraftId(code));
  const text = stored === undefined ? undefined : await decryptDraft(code, stored);
  if (text === undefined) return undefined;
  const content = parseWithUnknownFields(contentSchema, JSON.parse(text));
  if (content === undefined) throw new StoreError('newer');
  return content;
}

export const removeDraft = (deps: DraftDependencies, code: ReturnCode): Promise<void> =>
  deps.intake.saveDraft(deriveDraftId(code), undefined);

/** In bytes, to hide the length. */
const paddingStep = 4096;
const ivBytes = 12;

const importDraftKey = (code: ReturnCode, use: 'encrypt' | 'decrypt') =>
  crypto.subtle.importKey('raw', new Uint8Array(deriveDraftKey(code)), 'AES-GCM', false, [use]);

/** AES-256-GCM, in base64; the same in a server and in a browser. */
async function sealDraft(code: ReturnCode, text: string, iv: Uint8Array): Promise<string> {
  const words = new TextEncoder().encode(text);
  const padded = new Uint8Array(Math.ceil((words.length + 1) / paddingStep) * paddingStep);
  padded.set(words);
  padded[words.length] = 1;
  const algorithm = { name: 'AES-GCM', iv: new Uint8Array(iv) };
  const key = await importDraftKey(code, 'encrypt');
  const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, padded));
  const whole = new Uint8Array(iv.length + sealed.length);
  whole.set(iv);
  whole.set(sealed, iv.length);
  return base64.encode(whole);
}

async function decryptDraft(code: ReturnCode, sealed: string): Promise<string | undefined> {
  try {
    const bytes = base64.decode(sealed);
    const algorithm = { name: 'AES-GCM', iv: bytes.slice(0, ivBytes) };
    const key = await importDraftKey(code, 'decrypt');
    const padded = new Uint8Array(await crypto.subtle.decrypt(algorithm, key, bytes.slice(ivBytes)));
    return new TextDecoder().decode(padded.subarray(0, padded.lastIndexOf(1)));
  } catch {
    return undefined;
  }
}
