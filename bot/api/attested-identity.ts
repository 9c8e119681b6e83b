import type { SentReport } from '../../concerns/ports/desk.ts';
import type { Seal } from '../../concerns/ports/seal.ts';
import { type AttestedIdentity, identityOpensFor } from '../../concerns/records/sealed-report.ts';
import type { Reporter } from './reporter.ts';

/**
 * The token's person, sealed to the readers of the report's identity: a page could claim another name, and the reader
 * compares. `undefined` if no identity is kept or no one is known. Throws SealError.
 */
export async function attested(
  seal: Pick<Seal, 'seal' | 'fingerprints'>,
  attests: Reporter['attests'],
  { caseId, mode, receivedOn, handledBy }: Pick<SentReport, 'caseId' | 'mode' | 'receivedOn' | 'handledBy'>,
): Promise<string | undefined> {
  const to = identityOpensFor(mode, handledBy);
  if (to === undefined || attests === undefined) return undefined;
  const recipients = [...seal.fingerprints(to)];
  const inside: AttestedIdentity = { v: 1, caseId, mode, receivedOn, recipients, identity: attests };
  return await seal.seal(JSON.stringify(inside), to);
}
