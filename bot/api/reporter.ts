import type { CaseRecord } from '../../concerns/records/case-record.ts';
import type { Caller } from './caller.ts';

/** Someone who reports: of the tenant, or a partner's session. */
export interface Reporter {
  /** Unique; a mailbox proof is bound to it. */
  readonly key: string;
  /** A page that gives another is not theirs. */
  readonly route: CaseRecord['route'];
  readonly partnerType?: CaseRecord['partnerType'];
  readonly attests?: Pick<Caller, 'objectId' | 'name'>;
}

export const staffReporter = ({ objectId, name }: Caller): Reporter => ({
  key: objectId,
  route: 'staff',
  attests: { objectId, name },
});
