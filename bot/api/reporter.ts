import type { CaseRecord } from '../../concerns/records/case-record.ts';
import type { Caller } from './caller.ts';

/** Whoever hands something in or asks for what waits: somebody of the tenant, or a partner's session. */
export interface Reporter {
  /** Binds the proof of a mailbox to them; no two have the same. */
  readonly key: string;
  /** By which door a report of theirs comes: a page that says another is no page of theirs. */
  readonly route: CaseRecord['route'];
  /** The kind of organisation of a partner. */
  readonly partnerType?: CaseRecord['partnerType'];
  /** Who the token says is typing; nobody where nobody is known. */
  readonly attests?: Pick<Caller, 'objectId' | 'name'>;
}

/** Somebody of the tenant. */
export const staffReporter = ({ objectId, name }: Caller): Reporter => ({
  key: objectId,
  route: 'staff',
  attests: { objectId, name },
});
