import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import { caseIdSchema, daySchema } from './case-terms.ts';
import { type SealedFile, sealedFilesSchema } from './sealed-file.ts';
import { contentKeyOf } from './code-keys.ts';
import { languages } from '../terms/language.ts';
import { type Answers, type Mode, modes, type QuestionId, questions } from '../terms/questions.ts';
import type { ReturnCode } from '../terms/return-code.ts';
import { routes } from '../terms/routes.ts';
import { sameTag } from '../terms/same-tag.ts';
import type { HandledBy } from '../terms/urgency.ts';

const questionIds = Object.keys(questions);
const bound = {
  v: z.literal(1),
  caseId: caseIdSchema,
  mode: z.enum(modes),
  receivedOn: daySchema,
  /** Fingerprints of all who can open this seal, so that a seal moved from elsewhere is noticed. */
  recipients: z.array(z.string()),
};

/** The content of the seal of a report. */
export const sealedReportSchema = z.object({
  ...bound,
  language: z.enum(languages),
  route: z.enum(routes),
  answers: z.partialRecord(z.enum(questionIds), z.string()).transform((answers): Answers => answers),
  /**
   * The digest of the mailbox that messages to the reporter are sealed to: whoever can write to the database could
   * otherwise have them sealed to a mailbox of their own.
   */
  mailbox: z.string(),
  /** Authenticates messages, in base64url: known to those who opened the report and to the holder of the code. */
  messageKey: z.string(),
  /** The files that go with it, each sealed by itself beside it. */
  files: sealedFilesSchema,
});
export type SealedReport = z.infer<typeof sealedReportSchema>;

/** The digest of a mailbox's public line, in base64url, as it stands inside the report's seal. */
export const digestOfMailbox = (recipient: string): string =>
  createHash('sha256').update(`candour/1/mailbox ${recipient}`).digest('base64url');

/** Who a person is, as Teams told it. Kept only in the ways of reporting that keep it, and only sealed. */
export const identitySchema = z.object({ objectId: z.string(), name: z.string() });
export type Identity = z.infer<typeof identitySchema>;

/** The content of the seal of an identity. */
export const sealedIdentitySchema = z.object({
  ...bound,
  identity: identitySchema,
  /** Over the identity and its case, by the key that stands in the report: anybody can seal a name to a public key. */
  tag: z.string(),
});
export type SealedIdentity = z.infer<typeof sealedIdentitySchema>;

/** The content of the seal of who a server was told is typing, where a page sealed the report and its identity itself. */
export const attestedIdentitySchema = z.object({ ...bound, identity: identitySchema });
export type AttestedIdentity = z.infer<typeof attestedIdentitySchema>;

/** Those for whom an identity is sealed in a way of reporting, `undefined` where none is kept. */
export const identityOpensFor = (mode: Mode, handledBy: HandledBy): HandledBy | 'custodians' | undefined => {
  if (mode === 'notKept') return undefined;
  return mode === 'confidential' ? 'custodians' : handledBy;
};

/** The tag that shows an identity to be of the report that holds the key, in base64url. */
export const identityTag = (key: Uint8Array, { caseId, mode, identity }: Omit<SealedIdentity, 'tag'>): string =>
  createHmac('sha256', key)
    .update(JSON.stringify(['candour/1/identity', caseId, mode, identity.objectId, identity.name]))
    .digest('base64url');

/** Whether an identity was sealed together with the report that holds the key. */
export const isIdentityOf = (key: Uint8Array, sealed: SealedIdentity): boolean =>
  sameTag(identityTag(key, sealed), sealed.tag);

/** The questions that there were at first, in their order. */
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

/**
 * The answers of a report as its tag takes them. A question that was added since stands there only where it is answered:
 * a report that was sent before has the tag that it had.
 */
function taggedOf(
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
 * A tag of what a report says and of the files that go with it, by what is in them, in base64url: equal for a repeat,
 * another for a changed report. Only the holder of the code can make it, so it gives nothing away to whoever reads the
 * database.
 */
export const contentTagOf = (
  code: ReturnCode,
  answers: Answers,
  files: readonly Pick<SealedFile, 'digest'>[] = [],
): string =>
  createHmac('sha256', contentKeyOf(code))
    .update(JSON.stringify(taggedOf(answers, files)))
    .digest('base64url');
