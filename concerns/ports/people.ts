import { z } from 'zod';
import { daySchema, type Versioned } from '../records/case-record.ts';
import { type PersonId, personIdSchema } from '../terms/person-id.ts';
import { keyGroups } from '../terms/recipients.ts';
import { roles } from '../terms/directory.ts';
import { openingsSchema } from '../records/openings.ts';
import { waitingLineSchema } from '../records/waiting-line.ts';

/** Somebody who handles cases or identities. Nobody stands here for having reported. */
export const personRecordSchema = z.object({
  objectId: personIdSchema,
  name: z.string(),
  /** As they were when this person last came. */
  roles: z.array(z.enum(roles)).readonly(),
  /** The last day on which this person came. */
  seenOn: daySchema.optional(),
  /** The public line of the person's own identity, which they made in their browser. */
  recipient: z.string().optional(),
  recipientOn: daySchema.optional(),
  /** The identities of a group as an age file for this person's own identity alone. */
  envelopes: z
    .array(
      z.object({
        group: z.enum(keyGroups),
        sealed: z.string(),
        by: personIdSchema,
        on: daySchema,
        /** Signed with the group's key: this person's line was compared. Envelopes of before have none. */
        vouch: z.string().optional(),
        /** The day on which its person said that they had opened a case with it. Missing where nobody knows. */
        openedOn: daySchema.optional(),
      }),
    )
    .readonly(),
  /** When the bot tells them that something waits. No address of theirs is kept: Teams finds their chat by their id. */
  line: waitingLineSchema.optional(),
  /** The reports of the last day that they opened and that were not with them, up to as many as the reserve is told of. */
  openings: openingsSchema,
});
export type PersonRecord = z.infer<typeof personRecordSchema>;

/** Those who have come to the tab with a role. Throws StoreError. */
export interface People {
  /** The person with this Entra object id, `undefined` where they never came. */
  read(objectId: PersonId): Promise<Versioned<PersonRecord> | undefined>;
  /** Everybody, in no order. */
  all(): Promise<readonly PersonRecord[]>;
  /** Those to whom a line is due at some time, in no order. */
  waiting(): Promise<readonly PersonRecord[]>;
  /** Adds a person; `exists` where there is one: nothing is written. */
  add(person: PersonRecord): Promise<'added' | 'exists'>;
  /** Replaces a person; `conflict` when the record is no longer at its version: nothing is written, read again. */
  change(person: Versioned<PersonRecord>): Promise<'changed' | 'conflict'>;
}
