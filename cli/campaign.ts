import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { readPdfFonts } from '../bot/runtime/pdf-fonts.ts';
import { loadCommandSettings } from '../bot/config/command-settings.ts';
import type { CampaignStore } from '../core/ports/campaign-stores.ts';
import { campaignIdSchema } from '../core/model/campaign.ts';
import { languages } from '../core/model/language.ts';
import { loadBuiltInPlan } from '../guidance/node/built-in-texts.ts';
import { loadBuiltInPacks } from '../guidance/node/built-in-texts.ts';
import { loadBuiltInTopics } from '../guidance/node/built-in-texts.ts';
import type { PdfFonts } from '../documents/pdf/pdf-builder.ts';
import { createPackFiles } from '../documents/print/campaign-pack.ts';
import { querySurvey, type QuerySurveyDependencies } from '../summary/survey/query-survey.ts';
import { createSurveyFile, surveyFormats } from '../summary/survey/survey-files.ts';
import type { Contacts } from '../words/contacts.ts';
import { writeOutput, writeNewFiles } from './file-io.ts';
import { clockUntrustedSentence } from './period-argument.ts';
import { stripControlCharacters } from './terminal/strip-control-characters.ts';
import { tryParseArgs, parseOptionsWithSchema, printErrorLine, type CliCommand, writeToStdout } from './cli-command.ts';
import { withFigureContext } from './with-store.ts';

interface SurveyCommandDependencies {
  readonly withSurveys: <T>(
    work: (deps: QuerySurveyDependencies & { readonly campaigns: CampaignStore }) => Promise<T>,
  ) => Promise<T>;
  readonly write: (bytes: Uint8Array) => void;
  readonly printLine: (line: string) => void;
}

const surveyUsage = `npm run campaign -- pulses
npm run campaign -- pulse --campaign <id> [--format ${surveyFormats.join('|')}] [--language ${languages.join('|')}] [--out FILE_OR_FOLDER [--replace]]`;

const surveyOptionsSchema = z.strictObject({
  campaign: campaignIdSchema,
  format: z.enum(surveyFormats).default('text'),
  language: z.enum(languages).default('en'),
  out: z.string().min(1).optional(),
  replace: z.boolean().default(false),
});

function printUsage(deps: SurveyCommandDependencies): number {
  deps.printLine(`Check the arguments.\n${surveyUsage}`);
  return 2;
}

async function listSurveysCommand(deps: SurveyCommandDependencies, args: readonly string[]): Promise<number> {
  if (args.length > 0) return printUsage(deps);
  return await deps.withSurveys(async ({ campaigns }) => {
    const asking = (await campaigns.list())
      .map(({ value }) => value)
      .filter(({ items }) => items.some(({ item }) => item.pulse !== undefined))
      .sort((one, other) => (`${one.startsOn}${one.id}` < `${other.startsOn}${other.id}` ? -1 : 1));
    const lines = asking.map(({ id, startsOn, name }) => `${id}  ${startsOn}  ${stripControlCharacters(name)}\n`);
    deps.write(new TextEncoder().encode(lines.join('')));
    if (lines.length === 0) deps.printLine('No campaign has a pulse.');
    return 0;
  });
}

async function writeSurveyCommand(deps: SurveyCommandDependencies, args: readonly string[]): Promise<number> {
  const asked = parseOptionsWithSchema(surveyOptionsSchema, args, {
    texts: ['campaign', 'format', 'language', 'out'],
    flags: ['replace'],
  });
  if (asked === undefined) return printUsage(deps);
  const outcome = await deps.withSurveys((pulses) => querySurvey(pulses, asked.campaign));
  switch (outcome.kind) {
    case 'noCampaign':
      deps.printLine('There is no such campaign. `npm run campaign -- pulses` lists those with a pulse.');
      return 1;
    case 'notNow':
      deps.printLine(clockUntrustedSentence);
      return 1;
    case 'pulse':
      return writeOutput(deps, createSurveyFile(outcome.pulled, asked.format, asked.language), asked);
    default:
      return outcome satisfies never;
  }
}

interface CampaignCommandDependencies extends SurveyCommandDependencies {
  readonly contacts: () => Contacts;
  readonly fonts: () => Promise<PdfFonts>;
}

const usage = `npm run campaign -- pack --address https://candour.example --out <new folder>
${surveyUsage}`;

const packOptionsSchema = z.strictObject({
  /** Without a path: strangers follow the address on posters. */
  address: z.url({ protocol: /^https$/u }).refine((address) => {
    const { pathname, search, hash, username, password } = new URL(address);
    return pathname === '/' && `${search}${hash}${username}${password}` === '';
  }),
  out: z.string().min(1),
});

function parsePackOptions(args: readonly string[]): z.infer<typeof packOptionsSchema> | undefined {
  const text = { type: 'string' } as const;
  const read = tryParseArgs({ args: [...args], options: { address: text, out: text }, allowPositionals: true });
  return read?.positionals.join(' ') === 'pack' ? packOptionsSchema.safeParse({ ...read.values }).data : undefined;
}

/** Leaves nothing behind if it fails. */
export async function campaignCommand(deps: CampaignCommandDependencies, args: readonly string[]): Promise<number> {
  if (args[0] === 'pulse') return writeSurveyCommand(deps, args.slice(1));
  if (args[0] === 'pulses') return listSurveysCommand(deps, args.slice(1));
  const asked = parsePackOptions(args);
  if (asked === undefined) {
    deps.printLine(`Check the arguments.\n${usage}`);
    return 2;
  }
  const { origin } = new URL(asked.address);
  const files = await createPackFiles(
    {
      plan: loadBuiltInPlan(),
      topics: loadBuiltInTopics(),
      ...loadBuiltInPacks(),
      contacts: deps.contacts(),
      guidanceUrl: (language, topic) => `${origin}/guidance/${language}${topic === undefined ? '' : `/${topic}`}`,
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
  deps.printLine(
    `${files.length} files were written. Read the warning at the top of the plan before you use another channel.`,
  );
  return 0;
}

export const cliCommand: CliCommand = {
  usage,
  failureMessage: 'Nothing was made.',
  run: (args) =>
    campaignCommand(
      {
        contacts: () => loadCommandSettings().contacts,
        fonts: readPdfFonts,
        withSurveys: withFigureContext,
        write: writeToStdout,
        printLine: printErrorLine,
      },
      args,
    ),
};
