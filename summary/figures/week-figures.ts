import { z } from 'zod';
import { daySchema, weekSchema } from '../../core/model/case-record.ts';
import { flags, reportKinds, nationalCategories, recordedTowardsOptions } from '../../core/model/classification.ts';
import { languages } from '../../core/model/language.ts';
import { outcomes, referralDecisions, regimes } from '../../core/model/case-terms.ts';
import { partnerTypes } from '../../core/model/report-routes.ts';
import { identityModes } from '../../core/model/questions.ts';
import { sumDayCounts, dayCountsSchema } from './day-counts.ts';

const countSchema = z.int().min(0);
const countsSchema = <const Names extends readonly string[]>(names: Names) => z.record(z.enum(names), countSchema);

export const figureKinds = [...reportKinds, 'none'] as const;
export const urgencies = ['urgent', 'standard'] as const;
export const figureRoutes = ['staff', 'hub'] as const;
export const ageGroups = ['upTo7', 'from8To28', 'from29To90', 'over90'] as const;
/** `notKnown`: the case was erased by the count, or is from before this was stored. */
export const figureCategories = [...nationalCategories, 'notKnown'] as const;
export const figureRegimes = [...regimes, 'notKnown'] as const;
export const figureTowards = [...recordedTowardsOptions, 'notKnown'] as const;
export const figureOutcomes = [...outcomes, 'notKnown'] as const;
/** `notKnown`: the partner's case does not say. */
export const figurePartnerTypes = [...partnerTypes, 'notKnown'] as const;

/** Stored with each week, so that it is always published alike. */
const disclosureRuleSchema = z.object({
  /** Counts from 1 to one less than this are hidden. */
  smallCount: z.int().min(5).max(10),
  hideZero: z.boolean(),
});
export type DisclosureRule = z.infer<typeof disclosureRuleSchema>;

const acknowledgementSchema = z.discriminatedUnion('target', [
  z.object({ target: z.literal('none'), acknowledged: countSchema, waiting: countSchema }),
  z.object({
    target: z.literal('days'),
    days: countSchema,
    inTime: countSchema,
    late: countSchema,
    overdue: countSchema,
    notYetDue: countSchema,
  }),
]);

const sumCounts = (parts: Readonly<Record<string, number>>): number =>
  Object.values(parts).reduce((sum, part) => sum + part, 0);

const receivedFields = {
  week: weekSchema,
  handledBy: z.enum(['acu', 'reserve']),
  countedOn: daySchema,
  received: countSchema,
  kind: countsSchema(figureKinds),
  urgency: countsSchema(urgencies),
  mode: countsSchema(identityModes),
  route: countsSchema(figureRoutes),
  language: countsSchema(languages),
  acknowledgement: acknowledgementSchema,
  open: countsSchema(ageGroups),
  rule: disclosureRuleSchema,
};
const receivedSchema = z.object(receivedFields);

const hasConsistentTotals = (figures: z.infer<typeof receivedSchema>): boolean => {
  const { target: _target, ...acknowledgement } = figures.acknowledgement;
  const { days: _days, ...parts } = { days: 0, ...acknowledgement };
  const { kind, urgency, mode, route, language } = figures;
  return [kind, urgency, mode, route, language, parts].every((each) => sumCounts(each) === figures.received);
};

/**
 * By the day on which it was done, whenever the case came in, and by what the case says at the count. In whole days
 * from receipt. `figure-definitions.ts` has the words.
 */
const activityFields = {
  acknowledgedDays: dayCountsSchema,
  triagedDays: dayCountsSchema,
  category: countsSchema(figureCategories),
  regime: countsSchema(figureRegimes),
  towards: countsSchema(figureTowards),
  flags: countsSchema(flags),
  notTriaged: countSchema,
  answeredDays: dayCountsSchema,
  answerNotKnown: countSchema,
  closedDays: dayCountsSchema,
  outcome: countsSchema(figureOutcomes),
  referral: z.object({
    decision: countsSchema(referralDecisions),
    days: dayCountsSchema,
    overdue: countSchema,
  }),
  cameBack: countSchema,
  repeatSubjects: countSchema,
  partnerType: countsSchema(figurePartnerTypes).optional(),
};
const activitySchema = z.object(activityFields);

const hasConsistentActivityTotals = (figures: z.infer<typeof activitySchema>): boolean => {
  const triaged = sumDayCounts(figures.triagedDays);
  return (
    [figures.category, figures.regime, figures.towards].every((each) => sumCounts(each) === triaged) &&
    Object.values(figures.flags).every((flag) => flag <= triaged) &&
    sumCounts(figures.outcome) === sumDayCounts(figures.closedDays) &&
    figures.answerNotKnown <= sumDayCounts(figures.closedDays) &&
    sumCounts(figures.referral.decision) === sumDayCounts(figures.referral.days)
  );
};

const weekFiguresV1Schema = z
  .object({ v: z.literal(1), ...receivedFields })
  .refine(hasConsistentTotals, 'parts do not add up')
  .readonly();

export const weekFiguresV2Schema = z
  .object({ v: z.literal(2), ...receivedFields, ...activityFields })
  .refine(
    (figures) =>
      hasConsistentTotals(figures) &&
      hasConsistentActivityTotals(figures) &&
      (figures.partnerType === undefined || sumCounts(figures.partnerType) === figures.route.hub),
    'parts do not add up',
  )
  .readonly();
export type WeekFiguresV2 = z.infer<typeof weekFiguresV2Schema>;

/**
 * One closed week's figures for one group of handlers: counted once, then frozen. An older week stays without what was
 * not counted then.
 */
export const weekFiguresSchema = z.discriminatedUnion('v', [weekFiguresV1Schema, weekFiguresV2Schema]);
export type WeekFigures = z.infer<typeof weekFiguresSchema>;

/** `undefined` if the week was frozen before what was done was counted. */
export const asWeekFiguresV2 = (figures: WeekFigures): WeekFiguresV2 | undefined =>
  figures.v === 2 ? figures : undefined;

const jsonTextSchema = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('not JSON');
    return z.NEVER;
  }
});

/** Reads stored figures. Throws FiguresError if the text is none. */
export function parseWeekFigures(text: string): WeekFigures {
  const parsed = jsonTextSchema.pipe(weekFiguresSchema).safeParse(text);
  if (!parsed.success) throw new FiguresError('damaged');
  return parsed.data;
}

/**
 * `damaged`: frozen or published figures are unreadable. `differs`: a week's figures are not those published before, so
 * that nothing else is published of it.
 */
type FiguresErrorCode = 'damaged' | 'differs';

/** Its message is its code and never a figure. */
export class FiguresError extends Error {
  readonly code: FiguresErrorCode;
  constructor(code: FiguresErrorCode) {
    super(`figures: ${code}`);
    this.name = 'FiguresError';
    this.code = code;
  }
}

/** `undefined` if the frozen figures are damaged. Throws all other errors. */
export async function catchFiguresError<Read>(read: Promise<Read>): Promise<Read | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof FiguresError) return undefined;
    throw error;
  }
}
