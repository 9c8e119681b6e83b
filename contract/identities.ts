import { z } from 'zod';
import {
  approveIdentityRequest,
  requestIdentity,
  openIdentity,
  considerIdentityUseCase,
  refuseIdentityRequest,
  type RequestEntry,
  shareIdentity,
  withdrawIdentityRequest,
} from '../core/casework/identity.ts';
import type { IdentityRequest } from '../core/model/identity-request.ts';
import type { CaseId } from '../core/model/codes.ts';
import { openingReasons } from '../core/model/outcomes.ts';
import type { HandledBy } from '../core/model/urgency.ts';
import { actionFields, answer, type OperationDefinitions } from './operation-definition.ts';
import { digest, entry, words, wordsForCustodians } from './fields.ts';
import type { PersonView } from './answers.ts';

interface IdentityRequestRow {
  readonly caseId: CaseId;
  readonly request: IdentityRequest;
}

export interface IdentityRequestView extends IdentityRequestRow {
  readonly handledBy: HandledBy;
  readonly entries: readonly RequestEntry[];
  readonly people: readonly PersonView[];
}

interface IdentityRequestRows {
  readonly rows: readonly IdentityRequestRow[];
  readonly people: readonly PersonView[];
  readonly isMore: boolean;
}

interface ReleasedIdentity {
  readonly sealedIdentity: string;
  readonly attestedIdentity?: string;
  readonly caseId: string;
  readonly mode: string;
  readonly receivedOn: string;
  readonly handledBy: HandledBy;
}

const custodians = { roles: ['custodian'] } as const;

export const identityOperations = {
  'identity.list': {
    ...custodians,
    body: z.strictObject({}),
    answer: answer<IdentityRequestRows>(),
    leaves: 'log',
    isReadOnly: true,
  },
  'identity.consider': {
    ...custodians,
    body: entry,
    answer: answer<IdentityRequestView>(),
    ...actionFields(considerIdentityUseCase),
    isReadOnly: true,
  },
  'identity.ask': {
    ...custodians,
    body: entry.extend({ words: wordsForCustodians, withheld: z.literal(true).optional() }),
    answer: answer<{ readonly asked: true }>(),
    ...actionFields(requestIdentity),
  },
  'identity.withdraw': {
    ...custodians,
    body: entry,
    answer: answer<{ readonly withdrawn: true }>(),
    ...actionFields(withdrawIdentityRequest),
  },
  'identity.agree': {
    ...custodians,
    body: entry.extend({ of: digest, words: wordsForCustodians }),
    answer: answer<{ readonly agreed: true }>(),
    ...actionFields(approveIdentityRequest),
  },
  'identity.refuse': {
    ...custodians,
    body: entry.extend({ of: digest, words: wordsForCustodians }),
    answer: answer<{ readonly refused: true }>(),
    ...actionFields(refuseIdentityRequest),
  },
  'identity.open': {
    ...custodians,
    body: entry.extend({ words, of: digest.optional(), because: z.enum(openingReasons).optional() }),
    answer: answer<ReleasedIdentity>(),
    ...actionFields(openIdentity),
  },
  'identity.share': {
    ...custodians,
    body: entry.extend({ words }),
    answer: answer<{ readonly shared: true }>(),
    ...actionFields(shareIdentity),
  },
} as const satisfies OperationDefinitions;
