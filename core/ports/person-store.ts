import { z } from 'zod';
import { daySchema, type Versioned } from '../model/case-record.ts';
import { type PersonId, personIdSchema, roles } from '../model/roles.ts';
import { keyGroups } from '../model/public-keys.ts';
import { openingsSchema } from '../model/case-openings.ts';
import { notificationPreferenceSchema } from '../model/notification-preference.ts';

export const personRecordSchema = z.object({
  objectId: personIdSchema,
  name: z.string(),
  roles: z.array(z.enum(roles)).readonly(),
  seenOn: daySchema.optional(),
  recipient: z.string().optional(),
  recipientOn: daySchema.optional(),
  envelopes: z
    .array(
      z.object({
        group: z.enum(keyGroups),
        sealed: z.string(),
        by: personIdSchema,
        on: daySchema,
        /** Signed with the group's key once someone compared this person's public key. Older envelopes have none. */
        vouch: z.string().optional(),
        openedOn: daySchema.optional(),
      }),
    )
    .readonly(),
  line: notificationPreferenceSchema.optional(),
  openings: openingsSchema,
});
export type PersonRecord = z.infer<typeof personRecordSchema>;

/** Those who have come to the tab with a role. No one is here for having reported. */
export interface PersonStore {
  read(objectId: PersonId): Promise<Versioned<PersonRecord> | undefined>;
  all(): Promise<readonly PersonRecord[]>;
  listAwaitingNotification(): Promise<readonly PersonRecord[]>;
  add(person: PersonRecord): Promise<'added' | 'exists'>;
  change(person: Versioned<PersonRecord>): Promise<'changed' | 'conflict'>;
}
