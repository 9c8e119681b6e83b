import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { pdfFonts } from '../bot/running/pdf-fonts.ts';
import { loadCommandSettings } from '../bot/settings/command-settings.ts';
import { builtInPlan } from '../guidance/node/built-in-items.ts';
import { builtInPacks } from '../guidance/node/built-in-packs.ts';
import { builtInTopics } from '../guidance/node/built-in-topics.ts';
import type { PdfFonts } from '../pdf/open-pdf.ts';
import { packFiles } from '../print/pack.ts';
import type { Contacts } from '../words/contacts.ts';
import { type PulseCommandDependencies, pulseCommand, pulsesCommand, pulseUsage } from './campaign-pulse.ts';
import { writeNewFiles } from './given-file.ts';
import { readArguments, sayBeside, type Verb, write } from './verb.ts';
import { withFigures } from './with-store.ts';

export interface CampaignDependencies extends PulseCommandDependencies {
  readonly contacts: () => Contacts;
  readonly fonts: () => Promise<PdfFonts>;
}

const usage = `npm run campaign -- pack --address https://candour.example --out <new folder>
${pulseUsage}`;

const optionsSchema = z.strictObject({
  /** The public pages, without a path: strangers follow the address on posters. */
  address: z.url({ protocol: /^https$/u }).refine((address) => {
    const { pathname, search, hash, username, password } = new URL(address);
    return pathname === '/' && `${search}${hash}${username}${password}` === '';
  }),
  out: z.string().min(1),
});

function optionsOf(args: readonly string[]): z.infer<typeof optionsSchema> | undefined {
  const text = { type: 'string' } as const;
  const read = readArguments({ args: [...args], options: { address: text, out: text }, allowPositionals: true });
  return read?.positionals.join(' ') === 'pack' ? optionsSchema.safeParse({ ...read.values }).data : undefined;
}

/**
 * `npm run campaign -- pack` writes the plan, cards, sheets, posters and slides of a campaign into a new folder.
 * Returns the exit code: 0, or 2 if the arguments are wrong. Throws file system errors, and then leaves nothing behind.
 */
export async function campaignCommand(deps: CampaignDependencies, args: readonly string[]): Promise<number> {
  if (args[0] === 'pulse') return pulseCommand(deps, args.slice(1));
  if (args[0] === 'pulses') return pulsesCommand(deps, args.slice(1));
  const asked = optionsOf(args);
  if (asked === undefined) {
    deps.say(`Please check the arguments.\n${usage}`);
    return 2;
  }
  const { origin } = new URL(asked.address);
  const files = await packFiles(
    {
      plan: builtInPlan(),
      topics: builtInTopics(),
      ...builtInPacks(),
      contacts: deps.contacts(),
      addressOf: (language, topic) => `${origin}/guidance/${language}${topic === undefined ? '' : `/${topic}`}`,
    },
    await deps.fonts(),
  );
  await mkdir(asked.out);
  try {
    const paths = files.map(({ name, content }) => ({ path: join(asked.out, name), content }));
    for (const folder of new Set(paths.map(({ path }) => dirname(path)))) await mkdir(folder, { recursive: true });
    await writeNewFiles(paths);
  } catch (error) {
    await rm(asked.out, { recursive: true, force: true });
    throw error;
  }
  deps.say(
    `${files.length} files were written. Read the warning at the head of the plan before you use another channel.`,
  );
  return 0;
}

export const verb: Verb = {
  usage,
  undone: 'Nothing was made.',
  run: (args) =>
    campaignCommand(
      {
        contacts: () => loadCommandSettings().contacts,
        fonts: pdfFonts,
        withPulses: withFigures,
        write,
        say: sayBeside,
      },
      args,
    ),
};
