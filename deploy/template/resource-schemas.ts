import { readFileSync } from 'node:fs';
import { z } from 'zod';

const propertySchema = z.tuple([z.string()], z.string());
/** A type, then what marks it: "required", "readOnly", its limits. */
export type Property = z.infer<typeof propertySchema>;

const plainShape = z.object({
  properties: z.record(z.string(), propertySchema).optional(),
  additional: z.string().optional(),
  discriminator: z.string().optional(),
});
const shapeSchema = plainShape.extend({ elements: z.array(plainShape).optional() });
export type Shape = z.infer<typeof shapeSchema>;

const schemasSchema = z.record(z.string(), z.record(z.string(), shapeSchema));
/** Of each type of resource the shapes that its parts have, `$root` its own. */
export type ResourceSchemas = z.infer<typeof schemasSchema>;

const read = (name: string): ResourceSchemas =>
  schemasSchema.parse(JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')));

/**
 * Azure's own schemas, as far as the templates go into them: those that Microsoft's server for tools prints
 * (`tests/support/deploy/fetch-schemas.ts` writes them), and those of alerts and names, which it does not know and which
 * were read out of Microsoft's libraries for them.
 */
export const resourceSchemas = (): ResourceSchemas => ({
  ...read('azure-schemas.json'),
  ...read('monitor-schemas.json'),
});
