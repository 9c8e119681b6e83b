import { parseJson } from '../../core/model/parse-json.ts';
import { SealError } from '../../core/ports/seal.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import { differingIdentity } from '../../core/casework/decrypt-report.ts';
import { attestedIdentitySchema, type ReporterIdentity, sealedIdentitySchema } from '../../core/model/sealed-report.ts';
import type { OperationAnswer } from '../../contract/operations.ts';
import { decryptSeal } from '../../crypto/decrypt-seal.ts';

/** Case handlers can prove that an identity belongs to its report; a custodian cannot. */
export interface DecryptedIdentity {
  readonly identity: ReporterIdentity;
  /** The seal's text, letter for letter: shared unchanged, so that its tag can be checked. */
  readonly text: string;
  readonly other: ReporterIdentity | undefined;
  readonly differs: readonly ('mode' | 'receivedOn')[];
}

/** An attestation that does not decrypt proves nothing either way. */
const ignoreSealError = (error: unknown): undefined => {
  if (!(error instanceof SealError)) throw error;
};

/**
 * `moved` if the identity belongs to another case, or to a report that stores none. Throws SealError if the keys do not
 * decrypt it.
 */
export async function decryptIdentity(
  caseId: CaseId,
  answer: Pick<OperationAnswer<'identity.open'>, 'sealedIdentity' | 'attestedIdentity' | 'mode' | 'receivedOn'>,
  identities: readonly string[],
): Promise<DecryptedIdentity | 'moved'> {
  const text = await decryptSeal(answer.sealedIdentity, identities);
  const sealedIdentity = sealedIdentitySchema.safeParse(parseJson(text)).data;
  if (sealedIdentity === undefined || sealedIdentity.caseId !== caseId || sealedIdentity.mode === 'notKept')
    return 'moved';
  const attestation =
    answer.attestedIdentity && (await decryptSeal(answer.attestedIdentity, identities).catch(ignoreSealError));
  const attested =
    attestation === undefined ? undefined : attestedIdentitySchema.safeParse(parseJson(attestation)).data;
  const other = attested?.caseId === caseId ? differingIdentity(sealedIdentity.identity, attested) : undefined;
  const differs = (['mode', 'receivedOn'] as const).filter((term) => sealedIdentity[term] !== answer[term]);
  return { identity: sealedIdentity.identity, text, other, differs };
}
