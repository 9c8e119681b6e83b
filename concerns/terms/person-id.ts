import { z } from 'zod';

/**
 * An Entra object id in small letters: two that are equal name one person, and others name others. Entra, settings and
 * tokens may write the same id in large and small letters; it is made one where it comes in, and nowhere else.
 */
export const personIdSchema = z.string().toLowerCase().brand<'PersonId'>();
export type PersonId = z.infer<typeof personIdSchema>;

/** The person whom an id names that is known to be one, such as an argument of a command. */
export const personId = (objectId: string): PersonId => personIdSchema.parse(objectId);
