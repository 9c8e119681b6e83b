import { z } from 'zod';

/** The questions of the first process to one that serves. */
export const questions = ['alive', 'ready', 'numbers'] as const;
export type Question = (typeof questions)[number];

/** All that the first process says to one that serves. */
export const askedSchema = z.discriminatedUnion('say', [
  z.object({ say: z.literal('ask'), number: z.int(), question: z.enum(questions) }),
  z.object({ say: z.literal('stop') }),
]);
export type Asked = z.infer<typeof askedSchema>;

/** The answer to `ready`: the words of `bot/http/health.ts`, and none else. */
export const readinessSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('ready'),
    alerts: z.literal('setAside').optional(),
    clock: z.literal('doubted').optional(),
    certificate: z.literal('ends').optional(),
    files: z.literal('unreachable').optional(),
    restored: z.literal('paused').optional(),
    store: z.literal('damaged').optional(),
  }),
  z.object({ status: z.literal('notReady') }),
]);

/** All that a process which serves says to the first: never of a person, a case or a report. */
export const toldSchema = z.discriminatedUnion('say', [
  z.object({ say: z.literal('listening'), port: z.int() }),
  /** Why it could not start, in a sentence for whoever started the server. */
  z.object({ say: z.literal('failed'), sentence: z.string() }),
  /** Events by their names and reasons, as they are counted. */
  z.object({
    say: z.literal('counted'),
    counts: z.array(z.object({ event: z.string(), reason: z.string(), times: z.int().optional() })),
  }),
  z.object({ say: z.literal('answer'), number: z.int(), answer: z.unknown() }),
]);
export type Told = z.infer<typeof toldSchema>;
