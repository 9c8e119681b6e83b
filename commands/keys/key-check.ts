import type { SealedTo } from '../../concerns/ports/seal.ts';
import { createAgeSeal } from '../../seals/node/age-seal.ts';
import { recipientOfIdentity } from '../../seals/node/hybrid-identity.ts';
import { openSealed } from '../../seals/open-seal.ts';
import { type KeyGroup, keyGroups, type Recipients } from '../../concerns/terms/recipients.ts';
import { SealError } from '../../concerns/ports/seal-error.ts';

const shouldOpen: Readonly<Record<KeyGroup, readonly SealedTo[]>> = {
  acu: ['acu'],
  recovery: ['acu', 'reserve'],
  reserve: ['reserve'],
  custodians: ['custodians'],
};
const targets = ['acu', 'reserve', 'custodians'] as const satisfies readonly SealedTo[];

export interface KeyCheck {
  readonly groups: readonly KeyGroup[];
  readonly opens: readonly SealedTo[];
  /** Whether the identities belong to one group, and open exactly what it must open. */
  readonly isRight: boolean;
}

const probe = 'A test by the command that checks keys. It holds nobody’s words.';

/**
 * Seals a test text to each recipient of the settings, and opens it by the identities. Throws SealError if the settings
 * are refused, or if another text comes out.
 */
export async function checkKeys(recipients: Recipients, identities: readonly string[]): Promise<KeyCheck> {
  const seal = createAgeSeal(recipients);
  const ours = new Set(identities.map(recipientOfIdentity));
  const groups = keyGroups.filter((group) => recipients[group].some((line) => ours.has(line)));
  const opens: SealedTo[] = [];
  for (const to of targets) {
    if (seal.fingerprints(to).length === 0) continue;
    if (await opensProbe(await seal.seal(probe, to), identities)) opens.push(to);
  }
  const [group] = groups;
  const expected = group === undefined || groups.length > 1 ? undefined : shouldOpen[group];
  return { groups, opens, isRight: expected !== undefined && expected.join() === opens.join() };
}

async function opensProbe(sealed: string, identities: readonly string[]): Promise<boolean> {
  try {
    if ((await openSealed(sealed, identities)) !== probe) throw new SealError('damaged');
    return true;
  } catch (error) {
    if (error instanceof SealError && error.code === 'notForThisIdentity') return false;
    throw error;
  }
}
