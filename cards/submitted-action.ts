import { z } from 'zod';
import { parseJson } from '../core/model/parse-json.ts';
import { subscriptionPreferences } from '../core/model/subscriber.ts';
import { surveyPhases } from '../core/model/survey.ts';
import { languages } from '../core/model/language.ts';

const language = z.enum(languages);

export const submittedActionSchema = z.discriminatedUnion('verb', [
  z.object({
    verb: z.literal('show'),
    card: z.enum(['welcome', 'guidance']),
    topic: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,39}$/u)
      .optional(),
    language,
  }),
  z.object({ verb: z.literal('open'), flow: z.enum(['report', 'comeBack', 'week']), language }),
  z.object({
    verb: z.literal('move'),
    move: z.string().min(1).max(40),
    state: z.string().min(1).max(40_000),
    /** Used if the state cannot be decrypted. Older cards do not send it. */
    language: language.optional(),
  }),
  z.object({ verb: z.literal('week'), language }),
  z.object({
    verb: z.literal('summary'),
    view: z.enum(['overview', 'table', 'tables', 'periods']),
    audience: z.enum(['acu', 'wider', 'reserve']),
    period: z.string().min(1).max(24),
    table: z.string().min(1).max(40).optional(),
    language,
  }),
  z.object({
    verb: z.literal('sendWeek'),
    audience: z.enum(['acu', 'wider', 'reserve']),
    /** Missing: the person only asks for the status. */
    wanted: z.boolean().optional(),
    language,
  }),
  z.object({
    verb: z.literal('messages'),
    choice: z.enum(subscriptionPreferences).optional(),
    messages: language.optional(),
    language,
  }),
  /** Without a press: the questions; with one: the answers. */
  z.object({
    verb: z.literal('pulse'),
    campaign: z.string().regex(/^[0-9a-f]{16}$/u),
    phase: z.enum(surveyPhases),
    press: z
      .string()
      .regex(/^[0-9a-f]{16}$/u)
      .optional(),
    language,
  }),
  z.object({ verb: z.literal('acknowledge'), caseId: z.string().min(1).max(40), language }),
]);
export type SubmittedAction = z.infer<typeof submittedActionSchema>;

const dataSchema = z.looseObject({ candour: submittedActionSchema });

/** Takes an object or its JSON text, inputs included; `undefined` if no card of ours can have sent it. */
export function parseSubmittedAction(
  data: unknown,
): { readonly action: SubmittedAction; readonly inputs: Readonly<Record<string, unknown>> } | undefined {
  const result = dataSchema.safeParse(typeof data === 'string' ? parseJson(data) : data);
  if (!result.success) return undefined;
  const { candour, msteams: _, ...inputs } = result.data;
  return { action: candour, inputs };
}
