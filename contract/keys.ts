import { z } from 'zod';
import type { PersonId, Role } from '../core/model/roles.ts';
import { type KeyGroup, keyGroups, type Recipients } from '../core/model/public-keys.ts';
import { answerType, type OperationDefinitions, keyHolderRoles } from './operation-definition.ts';
import { sha256DigestSchema, objectIdSchema, sealedTextSchema } from './body-schemas.ts';
import type { PersonView } from './operation-answers.ts';

interface WrappedKey {
  readonly group: KeyGroup;
  readonly by: PersonId;
  readonly on: string;
}

interface OwnKeys {
  readonly recipient?: string;
  readonly envelopes: readonly (WrappedKey & {
    readonly sealed: string;
    readonly opened?: true;
  })[];
  readonly recipients: Recipients;
  readonly retired: readonly string[];
  /** The day and the signature by the ceremony's key. */
  readonly signed?: string;
  readonly groups: readonly KeyGroup[];
}

interface PeopleKeys {
  readonly people: readonly (PersonView & {
    readonly roles: readonly Role[];
    readonly recipient?: string;
    readonly recipientOn?: string;
    /** `vouch`: the group's signature that someone compared the public key. Older envelopes have none. */
    readonly envelopes: readonly (WrappedKey & { readonly vouch?: string })[];
  })[];
}

/** 64 bytes in base64url. */
const endorsementSchema = z.string().regex(/^[\w-]{86}$/u);

export const keyOperations = {
  'keys.mine': {
    body: z.strictObject({}),
    answer: answerType<OwnKeys>(),
    roles: [...keyHolderRoles, 'admin'],
    auditTrail: 'log',
    isReadOnly: true,
  },
  'keys.publish': {
    body: z.strictObject({ recipient: z.string().startsWith('age1pq1').max(3_000) }),
    answer: answerType<{ readonly published: true }>(),
    roles: keyHolderRoles,
    auditTrail: 'log',
  },
  'keys.people': {
    body: z.strictObject({}),
    answer: answerType<PeopleKeys>(),
    roles: [...keyHolderRoles, 'admin'],
    auditTrail: 'log',
    isReadOnly: true,
  },
  'keys.wrap': {
    body: z.strictObject({
      envelopes: z
        .array(
          z.strictObject({
            objectId: objectIdSchema,
            group: z.enum(keyGroups),
            sealed: sealedTextSchema,
            vouch: endorsementSchema,
          }),
        )
        .min(1)
        .max(100),
    }),
    answer: answerType<{ readonly wrapped: number }>(),
    roles: keyHolderRoles,
    auditTrail: 'log',
  },
  'keys.opened': {
    body: z.strictObject({ group: z.enum(keyGroups), of: sha256DigestSchema }),
    answer: answerType<{ readonly noted: boolean }>(),
    roles: keyHolderRoles,
    auditTrail: 'log',
  },
} as const satisfies OperationDefinitions;
