import { SealError } from '../../core/ports/seal.ts';
import type { CaseId } from '../../core/model/codes.ts';
import { otherThan } from '../../core/casework/decrypted-report.ts';
import { attestedIdentitySchema, type Identity, sealedIdentitySchema } from '../../core/model/sealed-report.ts';
import type { AnswerOf } from '../../contract/operations.ts';
import { openSealed } from '../../crypto/decrypt-seal.ts';

/** Case handlers can prove that an identity belongs to its report; a custodian cannot. */
export interface OpenedIdentity {
  readonly identity: Identity;
  /** The text of the seal, letter for letter: shared unchanged, so that its tag can be checked. */
  readonly text: string;
  readonly other: Identity | undefined;
  readonly differs: readonly ('mode' | 'receivedOn')[];
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** An attestation that does not open proves nothing either way. */
const closed = (error: unknown): undefined => {
  if (!(error instanceof SealError)) throw error;
};

/**
 * Opens a sealed identity in the page. `moved` if it belongs to another case, or to a report that keeps none. Throws
 * SealError if the keys do not open it.
 */
export async function readIdentity(
  caseId: CaseId,
  answer: Pick<AnswerOf<'identity.open'>, 'sealedIdentity' | 'attestedIdentity' | 'mode' | 'receivedOn'>,
  identities: readonly string[],
): Promise<OpenedIdentity | 'moved'> {
  const text = await openSealed(answer.sealedIdentity, identities);
  const inside = sealedIdentitySchema.safeParse(parsed(text)).data;
  if (inside === undefined || inside.caseId !== caseId || inside.mode === 'notKept') return 'moved';
  const told = answer.attestedIdentity && (await openSealed(answer.attestedIdentity, identities).catch(closed));
  const attested = told === undefined ? undefined : attestedIdentitySchema.safeParse(parsed(told)).data;
  const other = attested?.caseId === caseId ? otherThan(inside.identity, attested) : undefined;
  const differs = (['mode', 'receivedOn'] as const).filter((term) => inside[term] !== answer[term]);
  return { identity: inside.identity, text, other, differs };
}
