import type { Recipients } from '../../core/model/public-keys.ts';
import type { RoleKeyGroup } from './key-group-role.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { decryptSeal } from '../../crypto/decrypt-seal.ts';
import { sealText } from '../../crypto/seal-text.ts';
import { readIdentities, type UnlockOptions } from '../../crypto/identity-file-reader.ts';
import { recipientFromIdentity } from '../../crypto/recipient.ts';
import type { KeyPair } from '../../crypto/identity-file-writer.ts';

export const keyRotationSteps = ['why', 'make', 'recovery', 'wrap', 'settings', 'check', 'done'] as const;
type KeyRotationStep = (typeof keyRotationSteps)[number];

/** The key store has the private key, which goes when the page locks. */
export interface KeyRotation {
  readonly group: RoleKeyGroup;
  readonly step: KeyRotationStep;
  readonly recipient?: string;
  readonly wrapped: number;
  readonly isWaiting: boolean;
}

export type KeyRotationAction =
  | { readonly kind: 'begin' }
  | { readonly kind: 'made'; readonly recipient: string }
  | { readonly kind: 'backedUp' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'recoveryTested' }
  | { readonly kind: 'wrapped'; readonly people: number }
  | { readonly kind: 'settingsGiven' }
  | { readonly kind: 'asked'; readonly recipients: Recipients };

export const createKeyRotation = (group: RoleKeyGroup): KeyRotation => ({
  group,
  step: 'why',
  wrapped: 0,
  isWaiting: false,
});

export const needsRecovery = (group: RoleKeyGroup): boolean => group !== 'custodians';

/** A move that does not belong to its step changes nothing, so that no step can be left out. */
export function keyRotationReducer(rotation: KeyRotation, action: KeyRotationAction): KeyRotation {
  const { step, group, recipient } = rotation;
  switch (action.kind) {
    case 'begin':
      return step === 'why' ? { ...rotation, step: 'make' } : rotation;
    case 'made':
      return step === 'make' ? { ...rotation, recipient: action.recipient } : rotation;
    case 'lost':
      return step === 'make' ? { ...createKeyRotation(group), step: 'make' } : rotation;
    case 'backedUp':
      if (step !== 'make' || recipient === undefined) return rotation;
      return { ...rotation, step: needsRecovery(group) ? 'recovery' : 'wrap' };
    case 'recoveryTested':
      return step === 'recovery' ? { ...rotation, step: 'wrap' } : rotation;
    case 'wrapped':
      return step === 'wrap' && action.people > 0
        ? { ...rotation, step: 'settings', wrapped: action.people }
        : rotation;
    case 'settingsGiven':
      return step === 'settings' ? { ...rotation, step: 'check' } : rotation;
    case 'asked':
      if (step !== 'check' || recipient === undefined) return rotation;
      return isOnlyRecipient(action.recipients[group], recipient)
        ? { ...rotation, step: 'done', isWaiting: false }
        : { ...rotation, isWaiting: true };
  }
}

/** While the old key is named beside the new one, new cases still open with it. */
const isOnlyRecipient = (recipients: readonly string[], recipient: string): boolean =>
  recipients.length === 1 && recipients[0] === recipient;

export const keyRotationStepWords: Readonly<Record<KeyRotationStep, WordKey>> = {
  why: 'leaver.stepWhy',
  make: 'leaver.stepMake',
  recovery: 'leaver.stepRecovery',
  wrap: 'leaver.stepWrap',
  settings: 'leaver.stepSettings',
  check: 'leaver.stepCheck',
  done: 'leaver.stepDone',
};

const recipientSettings = {
  acu: 'RECIPIENTS_ACU',
  reserve: 'RECIPIENTS_RESERVE',
  custodians: 'RECIPIENTS_CUSTODIANS',
} as const satisfies Record<RoleKeyGroup, string>;

export function recipientSettingsText(
  group: RoleKeyGroup,
  recipient: string,
  { recipients, retired }: { readonly recipients: Recipients; readonly retired: readonly string[] },
): { readonly now: string; readonly before: string } {
  const past = new Set([...retired, ...recipients[group]]);
  past.delete(recipient);
  return { now: `${recipientSettings[group]}=${recipient}`, before: `RECIPIENTS_RETIRED=${[...past].join(',')}` };
}

const testPlaintext = 'Candour: a seal to try keys with.';

export async function testRecoveryKey(
  newKey: KeyPair,
  recoveryRecipients: readonly string[],
  content: Uint8Array,
  unlocking: UnlockOptions,
): Promise<'opens' | 'otherKey'> {
  const { identities } = await readIdentities(content, unlocking);
  const named: string[] = [];
  for (const identity of identities) {
    if (recoveryRecipients.includes(await recipientFromIdentity(identity))) named.push(identity);
  }
  if (named.length === 0) return 'otherKey';
  const sealed = await sealText(testPlaintext, [newKey.recipient, ...recoveryRecipients]);
  for (const opener of [[newKey.identity], ...named.map((identity) => [identity])]) {
    if ((await decryptSeal(sealed, opener)) !== testPlaintext) return 'otherKey';
  }
  return 'opens';
}
