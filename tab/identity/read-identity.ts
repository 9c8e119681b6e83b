import type { CaseId } from '../../concerns/terms/case-id.ts';
import { otherThan } from '../../concerns/casework/opened-report.ts';
import { attestedIdentitySchema, type Identity, sealedIdentitySchema } from '../../concerns/records/sealed-report.ts';
import type { AnswerOf } from '../../contract/answers.ts';
import { openSealed } from '../../seals/open-seal.ts';

/** An identity that was opened. Those who handle the case can prove that it belongs to the report; a custodian cannot. */
export interface OpenedIdentity {
  readonly identity: Identity;
  /** The text that the seal held, letter for letter: it is shared unchanged, so that its tag can be checked. */
  readonly text: string;
  /** Who the server was told was typing, where that is another person. */
  readonly other: Identity | undefined;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Opens a sealed identity in the page with the custodians' key. `moved` where what it holds is of another case or says
 * something else than the case. Throws SealError where the identities cannot open it.
 */
export async function readIdentity(
  caseId: CaseId,
  answer: Pick<AnswerOf<'identity.open'>, 'sealedIdentity' | 'attestedIdentity' | 'mode' | 'receivedOn'>,
  identities: readonly string[],
): Promise<OpenedIdentity | 'moved'> {
  const text = await openSealed(answer.sealedIdentity, identities);
  const inside = sealedIdentitySchema.safeParse(parsed(text)).data;
  const belongs =
    inside && inside.caseId === caseId && inside.mode === answer.mode && inside.receivedOn === answer.receivedOn;
  if (!belongs) return 'moved';
  const told =
    answer.attestedIdentity === undefined ? undefined : await openSealed(answer.attestedIdentity, identities);
  const attested = told === undefined ? undefined : attestedIdentitySchema.safeParse(parsed(told)).data;
  const other = attested?.caseId === caseId ? otherThan(inside.identity, attested) : undefined;
  return { identity: inside.identity, text, other };
}
