import { z } from 'zod';

/**
 * An Entra object id. Entra, settings and tokens differ in case; ids are made lower-case here, where they come in, and
 * nowhere else.
 */
export const personIdSchema = z.string().toLowerCase().brand<'PersonId'>();
export type PersonId = z.infer<typeof personIdSchema>;

export const personId = (objectId: string): PersonId => personIdSchema.parse(objectId);
