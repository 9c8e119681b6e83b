import { statSync } from 'node:fs';
import { tabFolders, partnerFolders } from '../bot/http/built-files.ts';
import { createExportSigner } from '../bot/api/export-signer.ts';
import { isDevelopment } from '../bot/config/development-environment.ts';
import { SettingsError } from '../bot/config/settings-errors.ts';
import { checkBeforeFirstStart } from './doctor.ts';
import { parseDoctorOptions } from './doctor/doctor-options.ts';
import { formatResults, resultsExitCode } from './doctor/run-checks.ts';
import { generateExportSigningKey, generateStateSecret } from './keys/server-secrets.ts';
import { createAnswers } from './setup/answers.ts';
import { askField } from './setup/ask-field.ts';
import { askRecipients, hasRecipients } from './setup/ceremony-lines.ts';
import { ceremonyQuestion, type Field, type Question, questions } from './setup/questions.ts';
import { findProblems, type SetupContext, type SetupSession, startSession } from './setup/session.ts';
import { SetupError } from './setup/setup-error.ts';
import { printLine, tryParseArgs, type CliCommand } from './cli-command.ts';

const usage = `Asks what a server of a force needs to know, looks at each answer, and writes it to .env in this folder.

npm run setup [-- --offline]
    --offline   asks nothing of Microsoft, and no one for the name of the server

Enter alone keeps the answer that stands, and "-" leaves a setting out. Each answer is saved at once: Ctrl+C stops, and
setup goes on there when it is started again. It makes no key that opens reports: it asks for the public lines of those
that the ceremony made (docs/guides/key-ceremony.md). At the end it looks as the doctor does.

Without a terminal it reads one line for each question. The secret of the bot is then in a file, whose path is the
answer, or in the environment as BOT_APP_PASSWORD.

It ends with 0 if nothing is to be put right, with 1 if it was stopped or the keys are missing, and otherwise as the
doctor does.`;

/** Not asked: what a server behind a proxy on the same machine has. */
const usualSettings = { CANDOUR_ENVIRONMENT: 'production', HEALTH_PORT: '3979' } as const;

/** Neither opens a report. */
const generatedSecrets = {
  CARRIED_STATE_SECRET: generateStateSecret,
  EXPORT_SIGNING_KEY: () => generateExportSigningKey().privateKey,
} as const;

function assertOwnFolder({ folder, account }: SetupContext): void {
  if (account === 0 && statSync(folder).uid !== 0) throw new SetupError('otherAccount');
}

const isAsked = ({ when }: Field, { values }: SetupSession): boolean => when?.(values()) !== false;

/** The environment of a secret may be that of this command alone. */
const isAnswered = ({ name, isSecret }: Field, { isInFile, isOfEnvironment, values }: SetupSession): boolean =>
  (isInFile(name) || (isOfEnvironment(name) && !isSecret)) && findProblems([name], values()).length === 0;

const needsAnswer = ({ fields }: Question, session: SetupSession): boolean =>
  fields.some((field) => isAsked(field, session) && !isAnswered(field, session));

function printQuestion(
  { printLine: say }: SetupSession,
  place: number,
  { title, why, example }: Pick<Question, 'title' | 'why' | 'example'>,
): void {
  say('');
  say(`${place} of ${questions.length + 1}. ${title}`);
  say(`  ${why}`);
  say(`  Example: ${example}`);
}

async function askQuestion(session: SetupSession, { fields, isComplete }: Question): Promise<void> {
  for (;;) {
    let isLeftOut = false;
    for (const field of fields) if (isAsked(field, session)) isLeftOut = (await askField(session, field)) || isLeftOut;
    if (isLeftOut || isComplete?.(session.values()) !== false) return;
    session.printLine('  One of these is needed.');
  }
}

/** Whether all questions are asked, or those without an answer. */
async function asksAgain(session: SetupSession): Promise<boolean> {
  const { answers, isInFile, printLine: say } = session;
  if (!questions.some(({ fields }) => fields.some(({ name }) => isInFile(name)))) return true;
  const answered = questions.filter((question) => !needsAnswer(question, session)).length;
  say(`Questions with an answer: ${answered} of ${questions.length + 1}.`);
  return (await answers.ask('Enter goes on with the others, and "all" shows each again')) === 'all';
}

function drawSecrets({ isInFile, isOfEnvironment, values, save }: SetupSession): void {
  const missing = (name: string): boolean => !isOfEnvironment(name) && (!isInFile(name) || !values()[name]?.trim());
  const usual = Object.entries(usualSettings).filter(([name]) => missing(name));
  const generated = Object.entries(generatedSecrets).flatMap(([name, draw]) =>
    missing(name) ? [[name, draw()] as const] : [],
  );
  if (usual.length + generated.length > 0) save(Object.fromEntries([...usual, ...generated]));
}

function printExportKey({ values, printLine: say }: SetupSession): void {
  try {
    const signer = createExportSigner(values()['EXPORT_SIGNING_KEY']?.trim() || undefined);
    if (signer === undefined) return;
    say('');
    say('The public half of the key that signs exported cases. Give it to those who receive them:');
    say(signer.publicKey);
    say(`Its fingerprint: ${signer.fingerprint}`);
  } catch (error) {
    // The doctor says what is wrong with it.
    if (!(error instanceof SettingsError)) throw error;
  }
}

const withoutKeys = [
  'Without these lines no server starts. Their keys are made by their holders, with a witness, on another machine that is',
  'offline: docs/guides/key-ceremony.md says how. The private halves never come here. What you answered is saved:',
  'start setup again when you have the file with the public lines.',
] as const;

/** Returns the exit code. Throws SetupError, and file system errors; what was saved before then stands. */
export async function setupCommand(context: SetupContext, args: readonly string[]): Promise<number> {
  const read = tryParseArgs({ args: [...args], options: { offline: { type: 'boolean', default: false } } });
  const { printLine: say, folder } = context;
  if (read === undefined) {
    say(usage);
    return 2;
  }
  assertOwnFolder(context);
  const isOffline = read.values.offline;
  const session = startSession(context, isOffline);
  if (isDevelopment(session.values())) throw new SetupError('development');
  say(`Candour asks what its server needs, and writes each answer to .env in ${folder}.`);
  say(
    'Enter keeps what stands in brackets, "-" leaves a setting out, and Ctrl+C stops: setup goes on there next time.',
  );
  const asksAll = await asksAgain(session);
  drawSecrets(session);
  for (const [at, question] of questions.entries()) {
    if (!asksAll && !needsAnswer(question, session)) continue;
    if (!question.fields.some((field) => isAsked(field, session))) continue;
    printQuestion(session, at + 1, question);
    await askQuestion(session, question);
  }
  if (asksAll || !hasRecipients(session)) {
    printQuestion(session, questions.length + 1, ceremonyQuestion);
    if (!(await askRecipients(session))) {
      for (const line of withoutKeys) say(line);
      return 1;
    }
  }
  printExportKey(session);
  return await checkAtEnd(session, isOffline);
}

async function checkAtEnd(session: SetupSession, isOffline: boolean): Promise<number> {
  const { printLine: say, values } = session;
  const options = parseDoctorOptions(isOffline ? ['--offline'] : []);
  if (options === undefined) return 2;
  say('');
  say('The doctor looks at what can be seen before the first start.');
  const results = await checkBeforeFirstStart({ ...session, environment: values() }, options);
  for (const line of formatResults(results)) say(line);
  const code = resultsExitCode(results);
  say(code === 0 ? 'The server can be started.' : 'Start setup again, and type "all" to change an answer.');
  return code;
}

/** A save is synchronous: no signal comes between its steps. */
function stopOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      printLine('');
      printLine(new SetupError('stopped').message);
      process.exit(1);
    });
  }
}

export const cliCommand: CliCommand = {
  usage,
  failureMessage: 'Setup did not go on.',
  errors: [SetupError],
  exitsAtOnce: true,
  run: async (args) => {
    process.umask(0o077);
    stopOnSignals();
    return await setupCommand(
      {
        folder: process.cwd(),
        account: process.getuid?.(),
        environment: process.env,
        answers: createAnswers(process.stdin, process.stdout),
        printLine,
        clock: () => new Date(),
        page: {
          showOnTerminal: () => undefined,
          askSecret: async () => '',
          folders: tabFolders,
          partnersFolders: partnerFolders,
          deadlineMs: 20_000,
        },
      },
      args,
    );
  },
};
