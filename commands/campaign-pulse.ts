import { z } from 'zod';
import type { CampaignStore } from '../concerns/ports/campaign-store.ts';
import { campaignIdSchema } from '../concerns/records/campaign.ts';
import { languages } from '../concerns/terms/language.ts';
import { type PullPulseDependencies, pullPulse } from '../summary/pulse/pull-pulse.ts';
import { pulseFile, pulseFormats } from '../summary/pulse/pulse-files.ts';
import { oneLine } from './terminal/one-line.ts';
import { clockSentence } from './period.ts';
import { readArguments } from './verb.ts';
import { handOver } from './write-file.ts';

export interface PulseCommandDependencies {
  readonly withPulses: <T>(
    work: (deps: PullPulseDependencies & { readonly campaigns: CampaignStore }) => Promise<T>,
  ) => Promise<T>;
  readonly write: (bytes: Uint8Array) => void;
  readonly say: (line: string) => void;
}

export const pulseUsage = `npm run campaign -- pulses
npm run campaign -- pulse --campaign <id> [--format ${pulseFormats.join('|')}] [--language ${languages.join('|')}] [--out FILE_OR_FOLDER [--replace]]`;

const optionsSchema = z.strictObject({
  campaign: campaignIdSchema,
  format: z.enum(pulseFormats).default('text'),
  language: z.enum(languages).default('en'),
  out: z.string().min(1).optional(),
  replace: z.boolean().default(false),
});

function optionsOf(args: readonly string[]): z.infer<typeof optionsSchema> | undefined {
  const text = { type: 'string' } as const;
  const options = { campaign: text, format: text, language: text, out: text, replace: { type: 'boolean' } } as const;
  const read = readArguments({ args: [...args], options });
  return read && optionsSchema.safeParse({ ...read.values }).data;
}

function wrong(deps: PulseCommandDependencies): number {
  deps.say(`Please check the arguments.\n${pulseUsage}`);
  return 2;
}

/**
 * `npm run campaign -- pulses`: the campaigns with a pulse. Returns the exit code: 0, or 2 if there are arguments.
 * Throws StoreError.
 */
export async function pulsesCommand(deps: PulseCommandDependencies, args: readonly string[]): Promise<number> {
  if (args.length > 0) return wrong(deps);
  return await deps.withPulses(async ({ campaigns }) => {
    const asking = (await campaigns.list())
      .map(({ value }) => value)
      .filter(({ items }) => items.some(({ item }) => item.pulse !== undefined))
      .sort((one, other) => (`${one.startsOn}${one.id}` < `${other.startsOn}${other.id}` ? -1 : 1));
    const lines = asking.map(({ id, startsOn, name }) => `${id}  ${startsOn}  ${oneLine(name)}\n`);
    deps.write(new TextEncoder().encode(lines.join('')));
    if (lines.length === 0) deps.say('No campaign asks a pulse.');
    return 0;
  });
}

/**
 * `npm run campaign -- pulse`: what the answers before and after a campaign tell, as the page does. Returns the exit
 * code: 0 if it was written; 1 if there is no such campaign, the clock is in doubt, or the file cannot be written; 2 if
 * the arguments are wrong. Throws StoreError.
 */
export async function pulseCommand(deps: PulseCommandDependencies, args: readonly string[]): Promise<number> {
  const asked = optionsOf(args);
  if (asked === undefined) return wrong(deps);
  const outcome = await deps.withPulses((pulses) => pullPulse(pulses, asked.campaign));
  switch (outcome.kind) {
    case 'noCampaign':
      deps.say('There is no such campaign. `npm run campaign -- pulses` lists those that ask a pulse.');
      return 1;
    case 'notNow':
      deps.say(clockSentence);
      return 1;
    case 'pulse':
      return handOver(deps, pulseFile(outcome.pulled, asked.format, asked.language), asked);
    default:
      return outcome satisfies never;
  }
}
