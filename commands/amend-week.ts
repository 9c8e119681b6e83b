import { z } from 'zod';
import { weekSchema } from '../concerns/records/case-record.ts';
import { type AmendDependencies, type AmendOutcome, amendWeek } from '../summary/amendments/amend-week.ts';
import { clockSentence } from './period.ts';
import { readArguments } from './verb.ts';

export interface AmendCommandDependencies extends AmendDependencies {
  readonly say: (line: string) => void;
}

const amendUsage = 'npm run summary -- amend --week 2026-W40 [--for acu|reserve]';

const optionsSchema = z.object({ week: weekSchema, for: z.enum(['acu', 'reserve']).default('acu') });

function optionsOf(args: readonly string[]): z.infer<typeof optionsSchema> | undefined {
  const text = { type: 'string' } as const;
  const read = readArguments({ args: [...args], options: { week: text, for: text } });
  return read && optionsSchema.safeParse(read.values).data;
}

const readers = { acu: 'The unit’s readers', reserve: 'The reserve’s readers' } as const;

function sentenceOf(outcome: AmendOutcome, { week, for: handledBy }: z.infer<typeof optionsSchema>): string {
  switch (outcome.kind) {
    case 'amended': {
      const { count, countedOn } = outcome;
      return `${week} was counted again on ${countedOn} (count ${count}). ${readers[handledBy]} see it beside the first count, which stands.`;
    }
    case 'same':
      return `${week}: nothing differs from its last count. Nothing was written.`;
    case 'today':
      return `${week} was counted today, or on a day that is still to come. Nothing was written: it can be counted again tomorrow.`;
    case 'notFrozen':
      return `${week} was not counted yet. Whoever asks for it once it is over has it counted.`;
    case 'notNow':
      return clockSentence;
    case 'notSafe':
      // Saying which of these it is would tell what the command keeps secret.
      return `${week} is not counted again: a count would be less than before, or a case was erased or handed over since, and the difference could tell which. The first count stands.`;
    default:
      return outcome satisfies never;
  }
}

/**
 * `npm run summary -- amend`. Returns the exit code: 0 if the count was written or nothing differs, 1 if it was not
 * written, 2 if the arguments are wrong. Throws StoreError and FiguresError.
 */
export async function amendCommand(deps: AmendCommandDependencies, args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  if (options === undefined) {
    deps.say(`Please check --week and --for.\n${amendUsage}`);
    return 2;
  }
  const outcome = await amendWeek(deps, options.week, options.for);
  deps.say(sentenceOf(outcome, options));
  return outcome.kind === 'amended' || outcome.kind === 'same' ? 0 : 1;
}
