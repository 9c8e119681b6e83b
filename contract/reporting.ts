import { z } from 'zod';
import type { AdditionOutcome, FoundAtDesk, SubmitOutcome } from '../concerns/ports/desk.ts';
import { caseIdSchema, daySchema } from '../concerns/records/case-record.ts';
import type { TimeLimits } from '../concerns/records/deadlines.ts';
import { fileIdSchema } from '../concerns/records/kept-file.ts';
import type { Day } from '../concerns/terms/calendar.ts';
import type { NeededRole } from '../concerns/terms/directory.ts';
import { flags, kinds } from '../concerns/terms/kinds.ts';
import { languages } from '../concerns/terms/language.ts';
import { modes } from '../concerns/terms/questions.ts';
import type { Recipients } from '../concerns/terms/recipients.ts';
import type { Staffing } from '../concerns/terms/staffed-hours.ts';
import { answer, type Definitions } from './definition.ts';
import { digest, longestSeal, sealed } from './fields.ts';
import { filePart, isOfItsLength, lengthOf, standingFiles, wholeFile } from './files.ts';

/** Everything that the page needs to run a conversation by itself. */
export interface ReportBegin {
  /** The server's day: the clock of a device may be wrong. A time would say more than anybody needs. */
  readonly today: Day;
  /** The public lines that are sealed to. */
  readonly recipients: Recipients;
  readonly retired: readonly string[];
  /** The day and the signature of these lines by the ceremony's key, as the settings have them. */
  readonly signed?: string;
  /** The names, numbers and links that cards say, as `contactsSchema` has them. */
  readonly contacts: object;
  /** The roles that too few people hold: no report is taken that needs one; missing if a server of before does not say. */
  readonly shortRoles?: readonly NeededRole[];
  readonly timeLimits: TimeLimits;
  /** Who looks at reports as the page asks, and when; servers of before did not say. */
  readonly staffing?: Staffing;
  /** Whether those who handle a report may write to whoever reported it. */
  readonly messages: boolean;
  /** Whether files may be added. */
  readonly files: boolean;
}

/**
 * The answer to a claim that nobody has shown to be theirs: a seal to its own mailbox, whether or not there is a case.
 * What stands in it is sent again as the proof.
 */
export interface Challenge {
  readonly kind: 'prove';
  readonly challenge: string;
}

/** The public line of a mailbox: a post-quantum recipient of age has one length. */
const mailbox = z
  .string()
  .max(2_000)
  .regex(/^age1pq1[02-9ac-hj-np-z]+$/u);
const handledBy = z.enum(['acu', 'reserve']);
/** The proof that stood in a challenge. */
const proof = z.string().max(120).optional();
const claim = { caseId: caseIdSchema, mailbox, proof };
/** The name of an addition: a digest, or the tag of a changed version. */
const additionId = z.string().regex(/^(?:[0-9a-f]{32}|change:[\w-]{43})$/u);
/** The files that stand at the desk already. */
const files = standingFiles.optional();
const draftId = z.string().regex(/^[0-9a-f]{32}$/u);
/** Drawn bytes, steps of 4,096 and a tag: at most as much as the longest report. */
const draftSeal = z
  .base64()
  .max(longestSeal)
  .refine((text) => lengthOf(text) > 4_096 && (lengthOf(text) - 28) % 4_096 === 0);

/** None leaves a line: its time would say when somebody reported. */
const everybody = { roles: 'everybody', leaves: 'nothing' } as const;
const looks = { ...everybody, reads: true } as const;

/**
 * The operations of a page that runs a conversation itself, the same by the staff's door and by the partners'. Nothing in
 * them is in words, and nothing says who it is.
 */
export const reportOperations = {
  'report.begin': { ...looks, body: z.strictObject({}), answer: answer<ReportBegin>() },
  'report.submit': {
    body: z
      .strictObject({
        ...claim,
        receivedOn: daySchema,
        /** By the door that the page belongs to; the server takes no other from it. */
        route: z.enum(['staff', 'hub']),
        kind: z.enum(kinds).optional(),
        urgency: z.enum(['urgent', 'standard']),
        mode: z.enum(modes),
        language: z.enum(languages),
        handledBy,
        flags: z.array(z.enum(flags)).max(flags.length),
        contentTag: digest,
        sealedReport: sealed,
        sealedIdentity: sealed.optional(),
        files,
      })
      // Whoever keeps no identity has none written down, and whoever keeps one has.
      .refine(({ mode, sealedIdentity }) => (mode === 'notKept') === (sealedIdentity === undefined)),
    answer: answer<SubmitOutcome | Challenge>(),
    roles: 'everybody',
    leaves: { history: ['received'] },
  },
  'report.find': {
    ...looks,
    body: z.strictObject({ ...claim, addition: additionId.optional(), messages: z.literal(true).optional() }),
    answer: answer<FoundAtDesk | { readonly kind: 'nothing' } | Challenge>(),
  },
  'report.add': {
    body: z.strictObject({
      ...claim,
      id: additionId,
      number: z.int().min(1).max(10_000),
      writtenOn: daySchema,
      handledBy,
      sealed,
      isUrgent: z.boolean(),
      staysClosed: z.boolean(),
      files,
    }),
    answer: answer<AdditionOutcome | Challenge>(),
    roles: 'everybody',
    leaves: { history: ['messageFromReporter'] },
  },
  // A sealed file goes in parts, before what names it is handed in.
  /**
   * The parts that stand and are not to be sent again, in their order. `waiting`: the claim's other files that nothing
   * names yet, of an earlier visit or of another page; where there is no room they can be dropped.
   */
  'report.fileParts': {
    ...looks,
    body: z.strictObject({ ...claim, ...wholeFile }),
    answer: answer<
      { readonly kind: 'parts'; readonly parts: readonly number[]; readonly waiting: readonly string[] } | Challenge
    >(),
  },
  /**
   * `kept`: the part stands, a repeat as well. `differs`: another part stands in its place, nothing was kept; drop the
   * file, or send it under another name. `full`: so many files, or bytes, of this claim wait already. `odd` where it is
   * no sealed file.
   */
  'report.filePart': {
    ...everybody,
    body: z.strictObject({ ...claim, ...filePart }).refine(isOfItsLength),
    answer: answer<{ readonly kind: 'kept' | 'differs' | 'full' } | Challenge>(),
  },
  /** `dropped`: nothing of it stands any more. `named`: a report or a message names it, and it stays. */
  'report.fileDrop': {
    ...everybody,
    body: z.strictObject({ ...claim, id: fileIdSchema }),
    answer: answer<{ readonly kind: 'dropped' | 'named' } | Challenge>(),
  },
  'report.draft': {
    ...looks,
    body: z.strictObject({ id: draftId }),
    answer: answer<{ readonly sealed?: string }>(),
  },
  'report.keep': {
    ...everybody,
    body: z.strictObject({
      id: draftId,
      draft: z.strictObject({ sealed: draftSeal, until: daySchema }).optional(),
    }),
    answer: answer<{ readonly kept: true }>(),
  },
  /** A message under this code is not genuine: it was not shown. */
  'report.doubt': { ...looks, body: z.strictObject(claim), answer: answer<{ readonly noted: true } | Challenge>() },
  'guidance.show': {
    ...looks,
    body: z.strictObject({
      topic: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u),
      language: z.enum(languages),
    }),
    /** A topic as a `Page` of `cards/`, and as a card for a tab that was opened before it drew pages. */
    answer: answer<{ readonly page: object; readonly card: object }>(),
  },
} as const satisfies Definitions;

export type ReportOperation = keyof typeof reportOperations;
