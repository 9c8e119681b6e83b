import type { RequestEntry } from '../concerns/casework/identity-request.ts';
import type { IdentityRequest } from '../concerns/records/identity-request.ts';
import type { CaseId } from '../concerns/terms/case-id.ts';
import type { HandledBy } from '../concerns/terms/urgency.ts';
import type { ShownPerson } from './shown-person.ts';

/** A case whose sealed identity somebody asked for: no more than that, and who agreed. */
interface IdentityRequestRow {
  readonly caseId: CaseId;
  readonly request: IdentityRequest;
}

/** A request for an identity, with the sealed reason. Nothing of what was reported. */
export interface IdentityRequestView extends IdentityRequestRow {
  /** Whom a custodian's answer is sealed to beside the custodians. */
  readonly handledBy: HandledBy;
  readonly entries: readonly RequestEntry[];
  readonly people: readonly ShownPerson[];
}

/** The answers of the operations on sealed identities, and on the requests for them. */
export interface CustodianAnswers {
  /** `isMore` where others wait that are not among them. */
  'identity.list': {
    readonly rows: readonly IdentityRequestRow[];
    readonly people: readonly ShownPerson[];
    readonly isMore: boolean;
  };
  'identity.consider': IdentityRequestView;
  'identity.ask': { readonly asked: true };
  'identity.withdraw': { readonly withdrawn: true };
  'identity.agree': { readonly agreed: true };
  'identity.refuse': { readonly refused: true };
  'identity.open': {
    readonly sealedIdentity: string;
    /** Who the server was told was typing, where a page sealed the identity. */
    readonly attestedIdentity?: string;
    readonly caseId: string;
    readonly mode: string;
    readonly receivedOn: string;
    /** Whom the identity is sealed to where the custodian shares it. */
    readonly handledBy: HandledBy;
  };
  'identity.share': { readonly shared: true };
}
