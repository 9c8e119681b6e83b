import { z } from 'zod';
import type { Role } from '../concerns/terms/directory.ts';
import type { PersonId } from '../concerns/terms/person-id.ts';
import { type KeyGroup, keyGroups, type Recipients } from '../concerns/terms/recipients.ts';
import { answer, type Definitions, withKeys } from './definition.ts';
import { digest, objectId, sealed } from './fields.ts';
import type { ShownPerson } from './shown-person.ts';

/** A group's key that somebody wrapped for a person, on some day. */
interface Wrapped {
  readonly group: KeyGroup;
  readonly by: PersonId;
  readonly on: string;
}

interface OwnKeys {
  readonly recipient?: string;
  /** The envelopes for this person, of the groups whose role they hold. */
  readonly envelopes: readonly (Wrapped & {
    readonly sealed: string;
    /** A case was opened with it. Missing where nobody knows. */
    readonly opened?: true;
  })[];
  /** The public lines that are sealed to now, and those that were. */
  readonly recipients: Recipients;
  readonly retired: readonly string[];
  /** The day and the signature of these by the ceremony's key, as the settings have them. */
  readonly signed?: string;
  /** The groups whose key this person is entitled to. */
  readonly groups: readonly KeyGroup[];
}

interface KeysOfPeople {
  readonly people: readonly (ShownPerson & {
    readonly roles: readonly Role[];
    readonly recipient?: string;
    readonly recipientOn?: string;
    /** `vouch` is the group's signature that the line was compared; envelopes of before have none. */
    readonly envelopes: readonly (Wrapped & { readonly vouch?: string })[];
  })[];
}

/** A signature: 64 bytes in base64url. */
const vouch = z.string().regex(/^[\w-]{86}$/u);

/** The operations on the keys of people and of groups. */
export const keyOperations = {
  'keys.mine': {
    body: z.strictObject({}),
    answer: answer<OwnKeys>(),
    roles: [...withKeys, 'admin'],
    leaves: 'log',
    reads: true,
  },
  'keys.publish': {
    body: z.strictObject({ recipient: z.string().startsWith('age1pq1').max(3_000) }),
    answer: answer<{ readonly published: true }>(),
    roles: withKeys,
    leaves: 'log',
  },
  'keys.people': {
    body: z.strictObject({}),
    answer: answer<KeysOfPeople>(),
    roles: [...withKeys, 'admin'],
    leaves: 'log',
    reads: true,
  },
  'keys.wrap': {
    body: z.strictObject({
      envelopes: z
        .array(z.strictObject({ objectId, group: z.enum(keyGroups), sealed, vouch }))
        .min(1)
        .max(100),
    }),
    answer: answer<{ readonly wrapped: number }>(),
    roles: withKeys,
    leaves: 'log',
  },
  /** `of` is the digest of the envelope whose key opened a case. `noted`: whether there is such an envelope. */
  'keys.opened': {
    body: z.strictObject({ group: z.enum(keyGroups), of: digest }),
    answer: answer<{ readonly noted: boolean }>(),
    roles: withKeys,
    leaves: 'log',
  },
} as const satisfies Definitions;
