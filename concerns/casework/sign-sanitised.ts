import type { Actor } from '../records/permissions.ts';
import { type AskedChange, type CaseOutcome, type CaseworkDependencies, changeCase } from './change-case.ts';

export interface AskedSignature extends AskedChange {
  /** The digest of the seal of the text that was read. */
  readonly of: string;
}

/** Signs off the sanitised text that stands, by another person than its writer. Throws StoreError. */
export const signSanitised = (deps: CaseworkDependencies, by: Actor, asked: AskedSignature): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['sanitisedSigned'], ({ record, by: signedBy }) => {
    const { sanitised } = record;
    if (sanitised?.digest !== asked.of) return { why: 'noSuchText' };
    if (sanitised.by === signedBy) return { why: 'ownWork' };
    if (sanitised.signedBy !== undefined) return { why: 'state' };
    return {
      steps: [
        {
          record: { ...record, sanitised: { ...sanitised, signedBy } },
          event: { kind: 'sanitisedSigned', detail: { of: asked.of } },
        },
      ],
    };
  });
