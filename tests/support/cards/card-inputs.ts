import { z } from 'zod';
import { anyElement } from './card-vocabulary.ts';

// Left out although 1.5 has them: isRequired, errorMessage and regex, whose check in the client blocks Back and the
// change of language. A label is a must here: without one a screen reader says nothing.
const anyInput = { ...anyElement, id: z.string().min(1), label: z.string().min(1) };
const day = z.iso.date();

const choice = z.strictObject({
  title: z.string().min(1),
  // Several choices come back joined by commas.
  value: z
    .string()
    .min(1)
    .refine((value) => !value.includes(','), 'a value without a comma'),
});

/** The inputs of a card. */
export const inputs = [
  z.strictObject({
    type: z.literal('Input.Text'),
    ...anyInput,
    value: z.string().optional(),
    placeholder: z.string().optional(),
    isMultiline: z.boolean().optional(),
    maxLength: z.int().positive().optional(),
    style: z.enum(['text', 'tel', 'url', 'email', 'password']).optional(),
  }),
  z.strictObject({
    type: z.literal('Input.ChoiceSet'),
    ...anyInput,
    choices: z.array(choice).min(1),
    value: z.string().optional(),
    placeholder: z.string().optional(),
    isMultiSelect: z.boolean().optional(),
    style: z.enum(['compact', 'expanded', 'filtered']).optional(),
    wrap: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('Input.Toggle'),
    ...anyInput,
    title: z.string().min(1),
    value: z.string().optional(),
    valueOn: z.string().optional(),
    valueOff: z.string().optional(),
    wrap: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('Input.Date'),
    ...anyInput,
    value: day.optional(),
    placeholder: z.string().optional(),
    min: day.optional(),
    max: day.optional(),
  }),
] as const;
