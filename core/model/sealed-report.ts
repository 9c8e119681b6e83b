import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { caseIdSchema, daySchema } from './base-schemas.ts';
import { type SealedFile, sealedFilesSchema, filesTagInput } from './sealed-file.ts';
import { deriveContentTagKey } from './return-code-keys.ts';
import { languages } from './language.ts';
import { type Answers, type IdentityMode, identityModes, type QuestionId, questions } from './questions.ts';
import type { ReturnCode } from './return-code.ts';
import { routes } from './report-routes.ts';
import { timingSafeEqualText, sha256 } from './digests.ts';
import type { HandledBy } from './handled-by.ts';

const questionIds = Object.keys(questions);
const bindingFields = {
  v: z.literal(1),
  caseId: caseIdSchema,
  mode: z.enum(identityModes),
  receivedOn: daySchema,
  recipients: z.array(z.string()),
};

export const sealedReportSchema = z.object({
  ...bindingFields,
  language: z.enum(languages),
  route: z.enum(routes),
  answers: z.partialRecord(z.enum(questionIds), z.string()).transform((answers): Answers => answers),
  /** Otherwise someone who can write to the database could have messages sealed to a mailbox of their own. */
  mailbox: z.string(),
  messageKey: z.string(),
  files: sealedFilesSchema,
});
export type SealedReport = z.infer<typeof sealedReportSchema>;

export const digestOfMailbox = (recipient: string): string => sha256(`candour/1/mailbox ${recipient}`);

/** As Teams gave it. Stored only if the mode keeps it, and only sealed. */
const identitySchema = z.object({ objectId: z.string(), name: z.string() });
export type ReporterIdentity = z.infer<typeof identitySchema>;

export const sealedIdentitySchema = z.object({
  ...bindingFields,
  identity: identitySchema,
  /** Over the identity and its case, by the key in the report: anyone can seal a name to a public key. */
  tag: z.string(),
});
export type SealedIdentity = z.infer<typeof sealedIdentitySchema>;

export const attestedIdentitySchema = z.object({ ...bindingFields, identity: identitySchema });
export type AttestedIdentity = z.infer<typeof attestedIdentitySchema>;

export const identityRecipientGroup = (
  mode: IdentityMode,
  handledBy: HandledBy,
): HandledBy | 'custodians' | undefined => {
  if (mode === 'notKept') return undefined;
  return mode === 'confidential' ? 'custodians' : handledBy;
};

export const identityTag = (key: Uint8Array, { caseId, mode, identity }: Omit<SealedIdentity, 'tag'>): string =>
  createHmac('sha256', key)
    .update(JSON.stringify(['candour/1/identity', caseId, mode, identity.objectId, identity.name]))
    .digest('base64url');

export const isIdentityAuthentic = (key: Uint8Array, sealed: SealedIdentity): boolean =>
  timingSafeEqualText(identityTag(key, sealed), sealed.tag);

const firstQuestions = [
  'mode',
  'what',
  'risk',
  'conflict',
  'kind',
  'who',
  'towards',
  'where',
  'when',
  'ongoing',
  'signs',
  'vulnerability',
  'known',
  'evidence',
  'subjectKnows',
  'whoElse',
  'affected',
] as const satisfies readonly QuestionId[];
const laterQuestions = questionIds.filter((id) => !firstQuestions.some((first) => first === id));

/** A later question is in the tag only if it is answered: older reports keep their tag. */
function contentTagInput(
  answers: Answers,
  files: readonly Pick<SealedFile, 'digest'>[],
): readonly (string | readonly string[])[] {
  const given = new Map<string, string | undefined>(Object.entries(answers));
  return [
    ...firstQuestions.map((id) => given.get(id) ?? ''),
    ...laterQuestions.flatMap((id) => {
      const answer = given.get(id);
      return answer ? [[id, answer] as const] : [];
    }),
    ...(files.length > 0 ? [['files', ...files.map(({ digest }) => digest)]] : []),
  ];
}

/**
 * Equal for a repeat, in base64url. Only the holder of the code can make it, so it tells a reader of the database
 * nothing.
 */
export const deriveContentTag = (
  code: ReturnCode,
  answers: Answers,
  files: readonly Pick<SealedFile, 'digest'>[] = [],
): string =>
  createHmac('sha256', deriveContentTagKey(code))
    .update(JSON.stringify(contentTagInput(answers, files)))
    .digest('base64url');

export const sealedMessageSchema = z.object({
  v: z.literal(1),
  caseId: caseIdSchema,
  direction: z.enum(['fromReporter', 'toReporter']),
  number: z.int().min(1),
  /** Random, so that a repeat is not saved twice. */
  id: z.string(),
  writtenOn: daySchema,
  text: z.string(),
  files: sealedFilesSchema,
  says: z.enum(['consentWithdrawn']).optional(),
  /** Over everything above, by the key that only the code and the decrypted report give. */
  tag: z.string(),
});
export type SealedMessage = z.infer<typeof sealedMessageSchema>;

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
        ...filesTagInput(message.files),
        // A message without `says` keeps its tag.
        ...(message.says === undefined ? [] : [message.says]),
      ]),
    )
    .digest('base64url');

/** Never show a message that fails this. */
export const isMessageAuthentic = (key: Uint8Array, message: SealedMessage): boolean =>
  timingSafeEqualText(messageTag(key, message), message.tag);
