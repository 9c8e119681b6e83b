import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { caseIdSchema, daySchema } from './case-terms.ts';
import { sealedFilesSchema, taggedFiles } from './sealed-file.ts';
import { sameTag } from '../terms/same-tag.ts';

/** The content of the seal of a message, in either direction. */
export const sealedMessageSchema = z.object({
  v: z.literal(1),
  caseId: caseIdSchema,
  direction: z.enum(['fromReporter', 'toReporter']),
  /** Counts the messages of a direction from 1: a gap or a repeat is noticed. */
  number: z.int().min(1),
  /** Named by the writer once, so that a repeat is not saved twice. */
  id: z.string(),
  writtenOn: daySchema,
  text: z.string(),
  /** The files that go with it, each sealed by itself beside it. */
  files: sealedFilesSchema,
  /** The thing that the message does beside its words: the person whom a partner spoke with has taken back their consent. */
  says: z.enum(['consentWithdrawn']).optional(),
  /** Over all of the above, by the key that only the code and the opened report give. */
  tag: z.string(),
});
export type SealedMessage = z.infer<typeof sealedMessageSchema>;

/** The tag that shows a message to be genuine, in base64url. */
export const messageTag = (key: Uint8Array, message: Omit<SealedMessage, 'tag'>): string =>
  createHmac('sha256', key)
    .update(
      JSON.stringify([
        'candour/1/message',
        message.caseId,
        message.direction,
        message.number,
        message.id,
        message.writtenOn,
        message.text,
        ...taggedFiles(message.files),
        // A message that says nothing beside its words has the tag that it had.
        ...(message.says === undefined ? [] : [message.says]),
      ]),
    )
    .digest('base64url');

/** Whether a message was written by somebody who holds the key. Nothing that is not genuine is ever shown. */
export const isGenuine = (key: Uint8Array, message: SealedMessage): boolean =>
  sameTag(messageTag(key, message), message.tag);
