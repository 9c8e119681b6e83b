import type { Recipients } from '../../core/model/recipients.ts';
import type { HeldGroup } from './role-of-group.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { openSealed } from '../../crypto/decrypt-seal.ts';
import { sealTo } from '../../crypto/seal.ts';
import { readIdentities, type Unlocking } from '../../crypto/identity-file-reader.ts';
import { recipientOf } from '../../crypto/recipient.ts';
import type { KeyPair } from '../../crypto/wrap-identity.ts';

export const ceremonySteps = ['why', 'make', 'recovery', 'wrap', 'settings', 'check', 'done'] as const;
type CeremonyStep = (typeof ceremonySteps)[number];

/** Where the ceremony is. The keeper has the private key, which goes when the page locks. */
export interface Ceremony {
  readonly group: HeldGroup;
  readonly step: CeremonyStep;
  readonly recipient?: string;
  readonly wrapped: number;
  readonly isWaiting: boolean;
}

export type CeremonyMove =
  | { readonly kind: 'begin' }
  | { readonly kind: 'made'; readonly recipient: string }
  | { readonly kind: 'backedUp' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'recoveryTested' }
  | { readonly kind: 'wrapped'; readonly people: number }
  | { readonly kind: 'settingsGiven' }
  | { readonly kind: 'asked'; readonly recipients: Recipients };

export const newCeremony = (group: HeldGroup): Ceremony => ({ group, step: 'why', wrapped: 0, isWaiting: false });

export const needsRecovery = (group: HeldGroup): boolean => group !== 'custodians';

/** A move that does not belong to its step changes nothing, so that no step can be left out. */
export function afterMove(ceremony: Ceremony, move: CeremonyMove): Ceremony {
  const { step, group, recipient } = ceremony;
  switch (move.kind) {
    case 'begin':
      return step === 'why' ? { ...ceremony, step: 'make' } : ceremony;
    case 'made':
      return step === 'make' ? { ...ceremony, recipient: move.recipient } : ceremony;
    case 'lost':
      return step === 'make' ? { ...newCeremony(group), step: 'make' } : ceremony;
    case 'backedUp':
      if (step !== 'make' || recipient === undefined) return ceremony;
      return { ...ceremony, step: needsRecovery(group) ? 'recovery' : 'wrap' };
    case 'recoveryTested':
      return step === 'recovery' ? { ...ceremony, step: 'wrap' } : ceremony;
    case 'wrapped':
      return step === 'wrap' && move.people > 0 ? { ...ceremony, step: 'settings', wrapped: move.people } : ceremony;
    case 'settingsGiven':
      return step === 'settings' ? { ...ceremony, step: 'check' } : ceremony;
    case 'asked':
      if (step !== 'check' || recipient === undefined) return ceremony;
      return isNamedAlone(move.recipients[group], recipient)
        ? { ...ceremony, step: 'done', isWaiting: false }
        : { ...ceremony, isWaiting: true };
  }
}

/** While the old key is named beside the new one, new cases still open with it. */
const isNamedAlone = (lines: readonly string[], recipient: string): boolean =>
  lines.length === 1 && lines[0] === recipient;

export const stepWords: Readonly<Record<CeremonyStep, WordKey>> = {
  why: 'leaver.stepWhy',
  make: 'leaver.stepMake',
  recovery: 'leaver.stepRecovery',
  wrap: 'leaver.stepWrap',
  settings: 'leaver.stepSettings',
  check: 'leaver.stepCheck',
  done: 'leaver.stepDone',
};

const settings = {
  acu: 'RECIPIENTS_ACU',
  reserve: 'RECIPIENTS_RESERVE',
  custodians: 'RECIPIENTS_CUSTODIANS',
} as const satisfies Record<HeldGroup, string>;

export function settingsLines(
  group: HeldGroup,
  recipient: string,
  { recipients, retired }: { readonly recipients: Recipients; readonly retired: readonly string[] },
): { readonly now: string; readonly before: string } {
  const past = new Set([...retired, ...recipients[group]]);
  past.delete(recipient);
  return { now: `${settings[group]}=${recipient}`, before: `RECIPIENTS_RETIRED=${[...past].join(',')}` };
}

const words = 'Candour: a seal to try keys with.';

export async function testRecovery(
  newKey: KeyPair,
  recoveryLines: readonly string[],
  content: Uint8Array,
  unlocking: Unlocking,
): Promise<'opens' | 'otherKey'> {
  const { identities } = await readIdentities(content, unlocking);
  const named: string[] = [];
  for (const identity of identities) {
    if (recoveryLines.includes(await recipientOf(identity))) named.push(identity);
  }
  if (named.length === 0) return 'otherKey';
  const sealed = await sealTo(words, [newKey.recipient, ...recoveryLines]);
  for (const opener of [[newKey.identity], ...named.map((identity) => [identity])]) {
    if ((await openSealed(sealed, opener)) !== words) return 'otherKey';
  }
  return 'opens';
}
