import { z } from 'zod';
import type { IdentityRules } from '../core/model/identity-request.ts';
import type { Audience } from '../core/model/permissions.ts';
import { type NotificationChoice, notificationChoices } from '../core/model/notification-preference.ts';
import type { PersonId, Role } from '../core/model/roles.ts';
import type { Language } from '../core/model/language.ts';
import type { ReplyName } from '../core/model/case-terms.ts';
import type { FileSizes } from '../core/model/file-limits.ts';
import type { HandledBy } from '../core/model/handled-by.ts';
import { answerType, type OperationDefinitions, keyHolderRoles } from './operation-definition.ts';

interface CurrentUser {
  readonly objectId: PersonId;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly handles: readonly HandledBy[];
  readonly summaries: readonly Audience[];
  readonly messages: boolean;
  readonly exports: boolean;
  /** Missing from older servers, which record no printing. */
  readonly printing?: boolean;
  /** Whether cards may be confirmed to be one person’s; missing from older servers. */
  readonly personGroups?: true;
  readonly partners?: true;
  readonly files?: true;
  /** In bytes, before a file is sealed; only with `files`. */
  readonly fileSizes?: FileSizes;
  readonly replies?: readonly { readonly name: ReplyName; readonly words: Readonly<Record<Language, string>> }[];
  /** The first 16 hexadecimal digits of SHA-256 of the public key. */
  readonly exportKey?: string;
  readonly today: string;
  readonly lastReviewOn?: string;
  readonly timeZone: string;
  readonly idleMinutes: number;
  readonly emergency?: string;
  readonly identity?: IdentityRules;
}

export const currentUserOperations = {
  me: {
    body: z.strictObject({}),
    answer: answerType<CurrentUser>(),
    roles: 'everybody',
    auditTrail: 'log',
    isReadOnly: true,
  },
  'line.mine': {
    body: z.strictObject({}),
    answer: answerType<{ readonly isOn: boolean; readonly choice: NotificationChoice }>(),
    roles: keyHolderRoles,
    auditTrail: 'log',
    isReadOnly: true,
  },
  'line.choose': {
    body: z.strictObject({ choice: z.enum(notificationChoices) }),
    answer: answerType<{ readonly chosen: true }>(),
    roles: keyHolderRoles,
    auditTrail: 'log',
  },
} as const satisfies OperationDefinitions;
