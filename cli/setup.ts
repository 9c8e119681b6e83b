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

const usage = `Asks for what a force's server needs, checks each answer, and writes it to .env in this folder.

npm run setup [-- --offline]
    --offline   asks Microsoft nothing, and does not look up the name of the server

Press Enter to keep the answer that is there, or type "-" to leave a setting out. Each answer is saved at once: Ctrl+C
stops, and setup continues there when you start it again. It makes no key that opens reports: it asks for the public
keys that the ceremony made (docs/guides/key-ceremony.md). At the end it runs the doctor's checks.

Without a terminal it reads one line for each question. Put the bot's secret into a file and answer with its path, or
set BOT_APP_PASSWORD in the environment.

It ends with 0 if it finds no problem, with 1 if it was stopped or the keys are missing, and otherwise with the doctor's
code.`;

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
  return (await answers.ask('Press Enter for the others, or type "all" to see every question again')) === 'all';
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
    say('The public key that checks exported cases. Give it to everyone who receives them:');
    say(signer.publicKey);
    say(`Its security code: ${signer.fingerprint}`);
  } catch (error) {
    // The doctor says what is wrong with it.
    if (!(error instanceof SettingsError)) throw error;
  }
}

const withoutKeys = [
  'No server starts without these lines. The holders make the keys, with a witness, on another machine that is',
  'offline: docs/guides/key-ceremony.md says how. The private keys never come here. Your answers are saved:',
  'start setup again when you have the file with the lines.',
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
  say(`Setup asks for what the server needs, and writes each answer to .env in ${folder}.`);
  say(
    'Press Enter to keep what is in brackets, or type "-" to leave a setting out. Ctrl+C stops: setup continues there next time.',
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
  say('The doctor checks what it can before the first start.');
  const results = await checkBeforeFirstStart({ ...session, environment: values() }, options);
  for (const line of formatResults(results)) say(line);
  const code = resultsExitCode(results);
  say(code === 0 ? 'You can start the server.' : 'Start setup again, and type "all" to change an answer.');
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
  failureMessage: 'Setup could not continue.',
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
