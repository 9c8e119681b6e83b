import { z } from 'zod';
import { caseIdSchema, caseStatuses, daySchema } from '../concerns/records/case-record.ts';
import { gradingSchema } from '../concerns/terms/grading.ts';
import { nationalCategories } from '../concerns/terms/national-categories.ts';
import {
  closingAnswers,
  erasureReasons,
  exportPlaces,
  openingReasons,
  outcomes,
  referralDecisions,
  regimes,
} from '../concerns/terms/outcomes.ts';
import { detrimentMonths } from '../concerns/records/detriment-check.ts';
import { mostHints, noteReaders } from '../concerns/records/event-record.ts';
import { listOrders } from '../concerns/records/list-order.ts';
import { lineChoices } from '../concerns/records/waiting-line.ts';
import { flags, kinds, recordedTowards } from '../concerns/terms/kinds.ts';
import { historyParts, logTerms } from '../concerns/terms/history-terms.ts';
import { languages } from '../concerns/terms/language.ts';
import { audiences } from '../concerns/records/permissions.ts';
import { personIdSchema } from '../concerns/terms/person-id.ts';
import { keyGroups } from '../concerns/terms/recipients.ts';
import { routes } from '../concerns/terms/routes.ts';
import { summaryFormats } from '../concerns/terms/summary-formats.ts';
import { campaignRequests } from './campaign-requests.ts';
import { parsePeriod } from '../summary/periods.ts';
import { caseFileRequests } from './case-file-requests.ts';
import { contentRequests } from './content-requests.ts';
import { inviteRequests } from './invite-requests.ts';
import { reportRequests } from './report-requests.ts';
import { subjectRequests } from './subject-requests.ts';

/** The longest seal that a page sends, in base64: a text of 32,000 characters, padded, with a dozen recipients. */
const longestSeal = 200_000;
const sealed = z.base64().min(1).max(longestSeal);
/** As Entra writes it, and as histories keep it: a name typed here would be kept in clear. */
const objectId = z.guid().pipe(personIdSchema);
/** Drawn by the page for each thing somebody does: a repeat of it is done once. */
const request = z.string().regex(/^[0-9a-f]{32}$/u);
/** Drawn by the page for each time it seals a message: it stands inside the seal as well. */
const messageId = z.string().regex(/^[0-9a-f]{32}$/u);
/** After how many months it is asked whether somebody was treated worse: as the page shows it. */
const months = z.literal(detrimentMonths);
const digest = z.string().regex(/^[\w-]{43}$/u);
/** A signature: 64 bytes in base64url. */
const vouch = z.string().regex(/^[\w-]{86}$/u);
/** A period as `periodText` writes it. */
const period = z.string().transform((text, context) => {
  const read = parsePeriod(text);
  if (read === undefined) context.addIssue({ code: 'custom', message: 'no period' });
  return read ?? z.NEVER;
});

const ofACase = z.strictObject({ caseId: caseIdSchema });
/** A change: `revision` is the one that the page shows, so that two people do not write over each other. */
const change = z.strictObject({ caseId: caseIdSchema, revision: z.int().min(0), request });
/** A request that needs no revision: it takes nothing back that somebody else decided. */
const entry = z.strictObject({ caseId: caseIdSchema, request });
/** Words of a handler, sealed in the page. */
const words = z.strictObject({ for: z.enum(noteReaders), sealed });
/** Words of the log: all who handle the case can read them. */
const logWords = z.strictObject({ for: z.literal('handlers'), sealed });
const withWords = { words: words.optional() };
/** The same for the custodians and those who handle the case. */
const forCustodians = z.strictObject({ for: z.literal('custodians'), sealed });
/** On a hub's case, and on no other: how the person may be contacted was read and confirmed. */
const confirmedContact = { confirmedContact: z.literal(true).optional() };
/** The reason of an end: for all who handle the case. A page that sends none is answered as one that sends it wrong. */
const reason = z.strictObject({ for: z.enum(['handlers', 'oversight']), sealed });

/**
 * The ways in which a case waits for somebody: `overdue` and `dueSoon` look at the deadlines, `unread` at what the reporter
 * wrote, `atRisk` at what is urgent and not acknowledged, `second` at what another asked for that this person can do.
 */
export const attentions = ['overdue', 'dueSoon', 'review', 'unread', 'atRisk', 'unacknowledged', 'second'] as const;
/** The terms that a list may be narrowed by. */
export const listFilterSchema = z.strictObject({
  /** For somebody who handles both kinds of case, in development; else their own kind. */
  handledBy: z.enum(['acu', 'reserve']).optional(),
  status: z.enum(['open', ...caseStatuses]).optional(),
  kind: z.enum(kinds).optional(),
  urgency: z.enum(['urgent', 'standard']).optional(),
  route: z.enum(routes).optional(),
  attention: z.enum(attentions).optional(),
  with: z.union([z.enum(['me', 'nobody']), objectId]).optional(),
});

/** How many cases are taken into one step at the page, and how many of them into one request: it answers in time. */
export const mostInBulk = { step: 100, request: 10 } as const;
const several = <Each extends z.ZodType>(each: Each) => z.array(each).min(1).max(mostInBulk.request);
const ofKind = { handledBy: z.enum(['acu', 'reserve']).optional() };
/** A page from before there were orders names none: it shows the newest first. */
const listOrder = z.enum(listOrders).default('newest');

/** A summary. Without a period: of the last week that is closed. */
const ofASummary = z.strictObject({
  audience: z.enum(audiences),
  period: period.optional(),
  language: z.enum(languages),
});

/** The body of each operation of the tab's API: `POST /api/tab/<name>`. References stand here, never in an address. */
export const requests = {
  me: z.strictObject({}),
  'cases.list': z.strictObject({
    filter: listFilterSchema,
    order: listOrder,
    after: z.string().max(200).optional(),
  }),
  /** Whether what a page shows is still so: a case until an entry of its history, the first rows of a list, its counts. */
  'cases.changes': z.strictObject({
    case: z.strictObject({ caseId: caseIdSchema, sequence: z.int().min(1) }).optional(),
    list: z.strictObject({ filter: listFilterSchema, order: listOrder }).optional(),
    counts: z.strictObject({ handledBy: z.enum(['acu', 'reserve']).optional() }).optional(),
  }),
  'cases.counts': z.strictObject({ handledBy: z.enum(['acu', 'reserve']).optional() }),
  'cases.find': z.strictObject({ text: z.string().max(40) }),
  'case.view': ofACase,
  /** The entries of its history before a place, or of those one part of it. */
  'case.viewEarlier': z.strictObject({
    caseId: caseIdSchema,
    before: z.int().min(1),
    part: z.enum(historyParts).optional(),
  }),
  'case.challenge': ofACase,
  /** `proof` is what the seal of a challenge says. A page that sends none is answered as one that is wrong. */
  'case.consult': ofACase.extend({ proof: z.string().max(100) }),
  /** A further page of an opening: `opening` is the place in the history of the entry that the opening left. */
  'case.consultFurther': z.strictObject({ caseId: caseIdSchema, opening: z.int().min(1), after: z.int().min(1) }),
  'case.acknowledge': entry,
  'case.triage': change.extend({
    category: z.enum(nationalCategories),
    grading: gradingSchema,
    flags: z.array(z.enum(flags)).max(flags.length),
    regime: z.enum(regimes),
    /** A page from before it was asked sends none. */
    towards: z.enum(recordedTowards).optional(),
    ...withWords,
  }),
  'case.move': change.extend({ to: z.enum(['inProgress', 'awaitingReporter', 'reopened']), ...withWords }),
  'case.close': change.extend({
    outcome: z.enum(outcomes),
    /** A page from before there were answers sends none: then no more is said than that it is over. */
    answer: z.enum(closingAnswers).default('withheld'),
    words: reason,
  }),
  'case.agreeClosing': change.extend({ outcome: z.enum(outcomes), words: reason }),
  'case.assign': change.extend({ to: objectId.optional(), ...withWords }),
  'case.note': entry.extend({ words }),
  'case.logEntry': entry.extend({ as: z.enum(logTerms), words: logWords }),
  'case.addTask': entry.extend({ dueOn: daySchema, person: objectId.optional(), words: logWords }),
  'case.finishTask': entry.extend({ task: digest }),
  'case.decideReferral': change.extend({ decision: z.enum(referralDecisions), words }),
  'case.sanitise': change.extend({ words }),
  'case.signSanitised': change.extend({
    of: digest,
    /** How many hints in it were confirmed: its words stay on the page. */
    confirmed: z.int().min(0).max(mostHints).optional(),
  }),
  'case.declareConflict': entry.extend(withWords),
  'case.excludePerson': entry.extend({ person: objectId, words }),
  'case.readmitPerson': entry.extend({ person: objectId, words }),
  'case.link': entry.extend({ other: caseIdSchema }),
  'case.notSame': entry.extend({ other: caseIdSchema, revised: z.boolean(), words }),
  'case.setReview': change.extend({ reviewOn: daySchema, hold: z.boolean(), ...withWords }),
  'case.askErasure': change.extend({ reason: z.enum(erasureReasons), words: reason }),
  'case.erase': change,
  'case.refuseErasure': change.extend(withWords),
  'case.messageReporter': entry.extend({
    id: messageId,
    number: z.int().min(1),
    sealed,
    confirmed: z.literal(true),
    ...confirmedContact,
  }),
  /** Without `confirmed`: the question is Candour's own, and asks nobody to find anything out. */
  'case.askDetriment': change.extend({ months, id: messageId, number: z.int().min(1), sealed, ...confirmedContact }),
  'case.leaveDetriment': change.extend({ months, words }),
  'case.stopMessages': change.extend({ stopped: z.boolean(), words }),
  'case.confirmUpdate': change,
  'case.doubt': entry,
  /** `of` is the digest of the seal that could not be shown. */
  'case.setAsideMessage': entry.extend({ of: digest, words: logWords }),
  'case.export': change.extend({
    what: z.enum(['sanitised', 'whole']),
    place: z.enum(exportPlaces),
    /** Of a whole case: its decision log leaves with it. Of a sanitised text, and needed: the digest of its seal. */
    log: z.literal(true).optional(),
    of: digest.optional(),
    json: digest,
    pdf: digest,
    words,
  }),
  'oversight.list': z.strictObject({ after: z.string().max(200).optional() }),
  'oversight.overseeCase': ofACase,
  'oversight.agreeClosing': entry.extend({ outcome: z.enum(outcomes), words }),
  'oversight.takeOver': entry.extend({ of: objectId.optional(), words }),
  'oversight.readmitPerson': entry.extend({ person: objectId, words }),
  'case.askIdentity': entry.extend({ words: forCustodians, withheld: z.literal(true).optional() }),
  'case.withdrawIdentity': entry,
  'identity.list': z.strictObject({}),
  'identity.consider': entry,
  'identity.ask': entry.extend({ words: forCustodians, withheld: z.literal(true).optional() }),
  'identity.withdraw': entry,
  /** `of` is the digest of the reason that the custodian read. */
  'identity.agree': entry.extend({ of: digest, words: forCustodians }),
  'identity.refuse': entry.extend({ of: digest, words: forCustodians }),
  'identity.open': entry.extend({ words, of: digest.optional(), because: z.enum(openingReasons).optional() }),
  'identity.share': entry.extend({ words }),
  /** The case that a link points to, which opens where the caller may see it. */
  'cases.followLink': z.strictObject({ pointer: z.string().min(1).max(200) }),
  /** Those who handle such cases, with how many open ones are with each. */
  'bulk.people': z.strictObject(ofKind),
  'bulk.casesWith': z.strictObject({ ...ofKind, person: objectId }),
  'bulk.acknowledge': z.strictObject({ cases: several(caseIdSchema) }),
  /** `from` is whom the page shows a case with: one that went to somebody else meanwhile is left. */
  'bulk.give': z.strictObject({ cases: several(entry.extend({ from: objectId.optional() })), to: objectId }),
  'summaries.read': ofASummary,
  'summaries.file': ofASummary.extend({ format: z.enum(summaryFormats) }),
  ...contentRequests,
  ...campaignRequests,
  'line.mine': z.strictObject({}),
  'line.choose': z.strictObject({ choice: z.enum(lineChoices) }),
  'keys.mine': z.strictObject({}),
  'keys.publish': z.strictObject({ recipient: z.string().startsWith('age1pq1').max(3_000) }),
  'keys.people': z.strictObject({}),
  'keys.wrap': z.strictObject({
    envelopes: z
      .array(z.strictObject({ objectId, group: z.enum(keyGroups), sealed, vouch }))
      .min(1)
      .max(100),
  }),
  /** `of` is the digest of the envelope whose key opened a case. */
  'keys.opened': z.strictObject({ group: z.enum(keyGroups), of: digest }),
  ...subjectRequests,
  ...caseFileRequests,
  ...reportRequests,
  ...inviteRequests,
} as const;

export type Operation = keyof typeof requests;
/** The body that a page sends for an operation. */
export type RequestOf<Name extends Operation> = z.input<(typeof requests)[Name]>;
/** The same body as the server reads it. */
export type ParsedRequest<Name extends Operation> = z.output<(typeof requests)[Name]>;
