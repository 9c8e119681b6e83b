import { z } from 'zod';
import type { IdentityRules } from '../concerns/records/identity-request.ts';
import type { Audience } from '../concerns/records/permissions.ts';
import { type LineChoice, lineChoices } from '../concerns/records/waiting-line.ts';
import type { Role } from '../concerns/terms/directory.ts';
import type { Language } from '../concerns/terms/language.ts';
import type { PersonId } from '../concerns/terms/person-id.ts';
import type { ReplyName } from '../concerns/terms/reply-names.ts';
import type { HandledBy } from '../concerns/terms/urgency.ts';
import { answer, type Definitions, withKeys } from './definition.ts';

/** The person at a page: who they are, what they may, and what the page has to know of the force. */
interface Me {
  readonly objectId: PersonId;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The kinds of case that this person handles. */
  readonly handles: readonly HandledBy[];
  /** Those whose summaries this person may have, the fullest first. */
  readonly summaries: readonly Audience[];
  readonly messages: boolean;
  readonly exports: boolean;
  /** Whether partners outside the force may be invited; for admins alone. */
  readonly partners?: true;
  /** Whether files can be added to cases; for those who handle some. */
  readonly files?: true;
  /** The replies that a message may begin with: missing where none may be written. */
  readonly replies?: readonly { readonly name: ReplyName; readonly words: Readonly<Record<Language, string>> }[];
  /** SHA-256, hexadecimal, first 16 digits, of the public key that exports are signed with. */
  readonly exportKey?: string;
  readonly today: string;
  /** The last day that a review of a case may be set to; for those who handle some. */
  readonly lastReviewOn?: string;
  readonly timeZone: string;
  readonly idleMinutes: number;
  /** The number that is called in an emergency; missing from servers of before. */
  readonly emergency?: string;
  /** How identities are opened here; for custodians alone. */
  readonly identity?: IdentityRules;
}

/** The operations of a person on what is their own. */
export const personOperations = {
  me: { body: z.strictObject({}), answer: answer<Me>(), roles: 'everybody', leaves: 'log', reads: true },
  'line.mine': {
    body: z.strictObject({}),
    /** `isOn` is false where the force wants no such lines. */
    answer: answer<{ readonly isOn: boolean; readonly choice: LineChoice }>(),
    roles: withKeys,
    leaves: 'log',
    reads: true,
  },
  'line.choose': {
    body: z.strictObject({ choice: z.enum(lineChoices) }),
    answer: answer<{ readonly chosen: true }>(),
    roles: withKeys,
    leaves: 'log',
  },
} as const satisfies Definitions;
