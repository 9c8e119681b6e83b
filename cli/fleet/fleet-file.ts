import { parseJson } from '../../core/model/parse-json.ts';
import { z } from 'zod';
import { type ValidationProblem, toValidationProblems } from '../../summary/validation-problems.ts';

const maxForces = 500;
const maxWaves = 50;
const maxEarlierReleases = 100;

const nameSchema = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/u);
const digestSchema = z.string().regex(/^sha256:[0-9a-f]{64}$/u);
const versionSchema = z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}(?:-[0-9a-z.-]{1,30})?$/u);
const waveSchema = z.int().min(1).max(maxWaves);

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** No account, password, path or query, and plain HTTP only on this machine. */
function isOriginUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, origin, hostname } = new URL(text);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && loopbackHosts.has(hostname));
  return isSafe && [origin, `${origin}/`].includes(text);
}

const addressSchema = z.string().max(300).refine(isOriginUrl);

const releaseSchema = z.strictObject({
  version: versionSchema,
  image: digestSchema,
  page: digestSchema,
});
export type Release = z.infer<typeof releaseSchema>;

const forceSchema = z.strictObject({
  name: nameSchema,
  region: nameSchema,
  image: digestSchema,
  page: digestSchema,
  addresses: z.strictObject({
    server: addressSchema,
    health: addressSchema.optional(),
  }),
  wave: waveSchema,
});
export type Force = z.infer<typeof forceSchema>;

const trainSchema = z.strictObject({
  ...releaseSchema.shape,
  waves: z
    .array(z.strictObject({ wave: waveSchema, from: z.iso.date() }))
    .min(1)
    .max(maxWaves),
});
export type Train = z.infer<typeof trainSchema>;

const headSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal('candour-fleet-1'),
  train: trainSchema,
  earlier: z.array(releaseSchema).max(maxEarlierReleases),
  forces: z.array(z.unknown()).min(1).max(maxForces),
});

/** Has no field for a secret, and refuses any unknown field. */
export const fleetSchema = z.strictObject({
  ...headSchema.shape,
  forces: z.array(forceSchema).min(1).max(maxForces),
});

export interface Fleet {
  readonly train: Train;
  readonly earlier: readonly Release[];
  readonly forces: readonly Force[];
  /** Problems in other rows leave these readable. */
  readonly problems: readonly ValidationProblem[];
}

/** Says without a value of the file why it cannot be read. */
export function parseFleet(
  text: string,
):
  | { readonly kind: 'fleet'; readonly fleet: Fleet }
  | { readonly kind: 'wrong'; readonly problems: readonly ValidationProblem[] } {
  const given = parseJson(text);
  if (given === undefined) return { kind: 'wrong', problems: [{ path: '', message: 'It is not JSON.' }] };
  const head = headSchema.safeParse(given, { reportInput: true });
  if (!head.success) return { kind: 'wrong', problems: toValidationProblems(head.error) };
  const { train, earlier } = head.data;
  const forces: Force[] = [];
  const problems: ValidationProblem[] = [];
  for (const [place, row] of head.data.forces.entries()) {
    const force = forceSchema.safeParse(row, { reportInput: true });
    if (force.success) forces.push(force.data);
    else
      for (const { path: where, message: sentence } of toValidationProblems(force.error))
        problems.push({ path: [`forces[${place}]`, ...(where === '' ? [] : [where])].join('.'), message: sentence });
  }
  return { kind: 'fleet', fleet: { train, earlier, forces, problems } };
}
