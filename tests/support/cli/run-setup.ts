import { Readable, Writable } from 'node:stream';
import { setupCommand } from '../../../cli/setup.ts';
import { createAnswers } from '../../../cli/setup/answers.ts';
import { questions } from '../../../cli/setup/questions.ts';
import type { SetupContext } from '../../../cli/setup/session.ts';
import { forceEnvironment, generateRecipient } from '../config/force-environment.ts';

const { STORE: _store, SQLITE_PATH: _path, PORT: _port, CARRIED_STATE_SECRET: _drawn, ...force } = forceEnvironment('');

/** The public lines as a ceremony hands them over. */
export const recipientLines = {
  RECIPIENTS_ACU: generateRecipient(),
  RECIPIENTS_RECOVERY: generateRecipient(),
  RECIPIENTS_RESERVE: generateRecipient(),
  RECIPIENTS_CUSTODIANS: generateRecipient(),
} as const;

export const recipientText = Object.entries(recipientLines)
  .map(([name, line]) => `${name}=${line}\n`)
  .join('');

export const botSecret = force.BOT_APP_PASSWORD;

/** Answers of a force to each setting that is asked for; Enter alone to the others. */
const usualAnswers: Readonly<Record<string, string>> = {
  ...force,
  PUBLIC_HOST: 'candour.force.example',
  ACKNOWLEDGE_TARGET_DAYS: '2',
};

type Answers = Readonly<Record<string, string | readonly string[]>>;

/** A line for each prompt of a new setup, by the settings, until that of the ceremony's lines. */
function listAnswers(secretFile: string, more: Answers): readonly (readonly [string, readonly string[]])[] {
  const answers: Answers = { ...usualAnswers, BOT_APP_PASSWORD: secretFile, ...more };
  const given = Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [name, typeof answer === 'string' ? answer : answer.at(-1)]),
  );
  const asked = questions.flatMap(({ fields }) => fields).filter(({ when }) => when?.(given) !== false);
  return asked.map(({ name }) => [name, [answers[name] ?? ''].flat()] as const);
}

/** A line for each prompt, until that of the ceremony's lines, with these in the place of the usual ones. */
export const answerLines = (secretFile: string, more: Answers = {}): readonly string[] =>
  listAnswers(secretFile, more).flatMap(([, lines]) => lines);

/** Those of them that come before a setting is asked for. */
export function answerLinesBefore(name: string, secretFile: string, more: Answers = {}): readonly string[] {
  const answers = listAnswers(secretFile, more);
  return answers
    .slice(
      0,
      answers.findIndex(([one]) => one === name),
    )
    .flatMap(([, lines]) => lines);
}

const nobody: NonNullable<SetupContext['route']> = {
  port: 9,
  lookup: (_name, _options, found) => found(Object.assign(new Error('nobody'), { code: 'ENOTFOUND' }), '', 4),
};

/** Runs setup in a folder with these lines on its input, and gives what it printed and how it ended. */
export async function runSetup(
  folder: string,
  lines: readonly string[],
  { args = ['--offline'], ...more }: Partial<SetupContext> & { readonly args?: readonly string[] } = {},
): Promise<{ readonly ended: number | Error; readonly printed: string }> {
  let printed = '';
  const output = new Writable({
    write(chunk, _encoding, done) {
      printed += String(chunk);
      done();
    },
  });
  const input = Readable.from(lines.length === 0 ? [] : [Buffer.from(lines.map((line) => `${line}\n`).join(''))]);
  const context: SetupContext = {
    folder,
    account: process.getuid?.(),
    environment: {},
    answers: createAnswers(input, output),
    printLine: (line) => {
      printed += `${line}\n`;
    },
    clock: () => new Date(),
    page: {
      showOnTerminal: () => undefined,
      askSecret: async () => '',
      folders: { built: '', previous: '' },
      partnersFolders: { built: '', previous: '' },
      deadlineMs: 5_000,
    },
    route: nobody,
    ...more,
  };
  const ended = await setupCommand(context, args).catch((error: unknown) => {
    if (error instanceof Error) return error;
    throw error;
  });
  return { ended, printed };
}
