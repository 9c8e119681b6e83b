import { z } from 'zod';
import {
  approveIdentityRequest,
  requestIdentity,
  openIdentity,
  considerIdentityRequestUseCase,
  refuseIdentityRequest,
  type IdentityRequestEntry,
  shareIdentity,
  withdrawIdentityRequest,
} from '../core/casework/identity.ts';
import type { IdentityRequest } from '../core/model/identity-request.ts';
import type { CaseId } from '../core/model/case-id.ts';
import { identityOpeningReasons } from '../core/model/case-terms.ts';
import type { HandledBy } from '../core/model/handled-by.ts';
import { actionFields, answerType, type OperationDefinitions } from './operation-definition.ts';
import { sha256DigestSchema, caseEntryBody, sealedNoteSchema, custodianNoteSchema } from './body-schemas.ts';
import type { PersonView } from './operation-answers.ts';

interface IdentityRequestRow {
  readonly caseId: CaseId;
  readonly request: IdentityRequest;
}

export interface IdentityRequestView extends IdentityRequestRow {
  readonly handledBy: HandledBy;
  readonly entries: readonly IdentityRequestEntry[];
  readonly people: readonly PersonView[];
}

interface IdentityRequestList {
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

const custodianDefaults = { roles: ['custodian'] } as const;

export const identityOperations = {
  'identity.list': {
    ...custodianDefaults,
    body: z.strictObject({}),
    answer: answerType<IdentityRequestList>(),
    auditTrail: 'log',
    isReadOnly: true,
  },
  'identity.consider': {
    ...custodianDefaults,
    body: caseEntryBody,
    answer: answerType<IdentityRequestView>(),
    ...actionFields(considerIdentityRequestUseCase),
    isReadOnly: true,
  },
  'identity.ask': {
    ...custodianDefaults,
    body: caseEntryBody.extend({ words: custodianNoteSchema, withheld: z.literal(true).optional() }),
    answer: answerType<{ readonly asked: true }>(),
    ...actionFields(requestIdentity),
  },
  'identity.withdraw': {
    ...custodianDefaults,
    body: caseEntryBody,
    answer: answerType<{ readonly withdrawn: true }>(),
    ...actionFields(withdrawIdentityRequest),
  },
  'identity.agree': {
    ...custodianDefaults,
    body: caseEntryBody.extend({ of: sha256DigestSchema, words: custodianNoteSchema }),
    answer: answerType<{ readonly agreed: true }>(),
    ...actionFields(approveIdentityRequest),
  },
  'identity.refuse': {
    ...custodianDefaults,
    body: caseEntryBody.extend({ of: sha256DigestSchema, words: custodianNoteSchema }),
    answer: answerType<{ readonly refused: true }>(),
    ...actionFields(refuseIdentityRequest),
  },
  'identity.open': {
    ...custodianDefaults,
    body: caseEntryBody.extend({
      words: sealedNoteSchema,
      of: sha256DigestSchema.optional(),
      because: z.enum(identityOpeningReasons).optional(),
    }),
    answer: answerType<ReleasedIdentity>(),
    ...actionFields(openIdentity),
  },
  'identity.share': {
    ...custodianDefaults,
    body: caseEntryBody.extend({ words: sealedNoteSchema }),
    answer: answerType<{ readonly shared: true }>(),
    ...actionFields(shareIdentity),
  },
} as const satisfies OperationDefinitions;
