import { z } from 'zod';
import { type Mistake, mistakesOf } from '../../summary/returns/mistakes.ts';

/** The most forces of a fleet: England and Wales have 43. */
const mostForces = 500;
/** The most waves of a train, and the most releases that a fleet remembers. */
const mostWaves = 50;
const mostEarlier = 100;

const named = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/u);
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/u);
const versioned = z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}(?:-[0-9a-z.-]{1,30})?$/u);
const wave = z.int().min(1).max(mostWaves);

const ownMachine = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a text is an address of a server and nothing else: no account, password, path or question in it, and no plain HTTP elsewhere. */
function isBareAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, origin, hostname } = new URL(text);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && ownMachine.has(hostname));
  return isSafe && [origin, `${origin}/`].includes(text);
}

const address = z.string().max(300).refine(isBareAddress);

const releaseSchema = z.strictObject({
  version: versioned,
  /** The digest of the image, as a registry names it. */
  image: digest,
  /** The digest of the manifest of the pages, as `npm run fleet -- digest` says it. */
  page: digest,
});
/** One release: an image and the pages in it. */
export type Release = z.infer<typeof releaseSchema>;

const forceSchema = z.strictObject({
  name: named,
  /** The region of the cloud, as its maker names it. */
  region: named,
  image: digest,
  page: digest,
  addresses: z.strictObject({
    /** Where Teams and the tab reach the server. */
    server: address,
    /** Where `/readyz` is asked; missing where nobody here reaches it. */
    health: address.optional(),
  }),
  /** With which wave of the train it moves. */
  wave,
});
/** One force: its stamp as it stands. */
export type Force = z.infer<typeof forceSchema>;

const trainSchema = z.strictObject({
  ...releaseSchema.shape,
  waves: z
    .array(z.strictObject({ wave, from: z.iso.date() }))
    .min(1)
    .max(mostWaves),
});
/** The release that all forces move to, and from which day each wave does. */
export type Train = z.infer<typeof trainSchema>;

const headSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal('candour-fleet-1'),
  train: trainSchema,
  /** The releases before it, the newest first. */
  earlier: z.array(releaseSchema).max(mostEarlier),
  forces: z.array(z.unknown()).min(1).max(mostForces),
});

/** A whole fleet file. It has no field for a secret, and refuses any field that it does not know. */
export const fleetSchema = z.strictObject({
  ...headSchema.shape,
  forces: z.array(forceSchema).min(1).max(mostForces),
});

/** A fleet as far as it could be read. */
export interface Fleet {
  readonly train: Train;
  readonly earlier: readonly Release[];
  /** The forces whose rows can be read. */
  readonly forces: readonly Force[];
  /** Mistakes in the other rows: they cost none of these. */
  readonly mistakes: readonly Mistake[];
}

/** Reads a fleet file, or says what keeps all of it from being read. Says no value of it. */
export function readFleet(
  text: string,
):
  | { readonly kind: 'fleet'; readonly fleet: Fleet }
  | { readonly kind: 'wrong'; readonly mistakes: readonly Mistake[] } {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return { kind: 'wrong', mistakes: [{ where: '', sentence: 'It is no JSON.' }] };
  }
  const head = headSchema.safeParse(given, { reportInput: true });
  if (!head.success) return { kind: 'wrong', mistakes: mistakesOf(head.error) };
  const { train, earlier } = head.data;
  const forces: Force[] = [];
  const mistakes: Mistake[] = [];
  for (const [place, row] of head.data.forces.entries()) {
    const force = forceSchema.safeParse(row, { reportInput: true });
    if (force.success) forces.push(force.data);
    else
      for (const { where, sentence } of mistakesOf(force.error))
        mistakes.push({ where: [`forces[${place}]`, ...(where === '' ? [] : [where])].join('.'), sentence });
  }
  return { kind: 'fleet', fleet: { train, earlier, forces, mistakes } };
}
