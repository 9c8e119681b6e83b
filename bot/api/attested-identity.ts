import type { SentReport } from '../../concerns/ports/desk.ts';
import type { Seal } from '../../concerns/ports/seal.ts';
import type { AttestedIdentity } from '../../concerns/records/sealed-report.ts';
import { identityOpensFor } from '../../concerns/records/sealed-report.ts';
import type { Reporter } from './reporter.ts';

/**
 * Who the token says is typing, sealed to those for whom the identity of the report is: a page could claim another name,
 * and whoever opens compares. `undefined` where no identity is kept, or where nobody is known: nothing is written then. Throws
 * SealError.
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
