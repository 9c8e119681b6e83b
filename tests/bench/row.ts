import { z } from 'zod';

const goalSchema = z.object({ is: z.enum(['atLeast', 'atMost']), value: z.number() });
/** What a figure has to reach. */
export type Goal = z.infer<typeof goalSchema>;

/** One measured figure. `met` is missing if nothing was asked of it. */
export const rowSchema = z.object({
  /** The heading that it is printed under. */
  group: z.string(),
  name: z.string(),
  /** JSON has no NaN: a figure that could not be taken is written as null. */
  value: z.number().or(z.null().transform(() => Number.NaN)),
  unit: z.string(),
  goal: goalSchema.optional(),
  met: z.boolean().optional(),
});
export type Row = z.infer<typeof rowSchema>;

export const atLeast = (value: number): Goal => ({ is: 'atLeast', value });
export const atMost = (value: number): Goal => ({ is: 'atMost', value });

const isMet = (value: number, goal: Goal): boolean =>
  goal.is === 'atLeast' ? value >= goal.value : value <= goal.value;

/** Makes the rows under one heading. A figure that could not be taken is NaN and meets no goal. */
export const createRows =
  (group: string) =>
  (name: string, value: number, unit: string, goal?: Goal): Row => ({
    group,
    name,
    value: Number(value.toPrecision(4)),
    unit,
    ...(goal && { goal, met: isMet(value, goal) }),
  });
