import { readFile } from 'node:fs/promises';
import { clouds } from '../../bot/config/clouds.ts';
import { parseValidSettings, trimEnvironment } from '../../bot/config/settings-schema.ts';
import { fileErrorText } from '../../bot/runtime/file-error.ts';
import { createFinding } from '../doctor/findings.ts';
import { probeAddress } from '../doctor/http-probe.ts';
import { probeMicrosoft } from '../doctor/microsoft-probe.ts';
import { probeFailureFindings } from '../doctor/server-checks.ts';
import { isUnknownTenant, tenantMetadataUrl } from '../doctor/token-checks.ts';
import { stripControlCharacters } from '../terminal/strip-control-characters.ts';
import { formatEnvLine } from './env-file-edit.ts';
import { expandPath } from './expand-path.ts';
import { holdsPrivateHalf, privateHalfRefusal } from './private-half.ts';
import type { Field } from './questions.ts';
import { findProblems, type SetupSession } from './session.ts';

const lookUpTimeoutMs = 8_000;

async function lookUpTenant(tenantId: string, { values, microsoft, printLine }: SetupSession): Promise<boolean> {
  const { entra } = clouds[parseValidSettings(values()).settings.BOT_CLOUD];
  const answer = await probeMicrosoft(tenantMetadataUrl(entra, tenantId), {
    ...(microsoft?.resolveUrl && { resolveUrl: microsoft.resolveUrl }),
    deadlineMs: lookUpTimeoutMs,
  });
  if (isUnknownTenant(answer)) {
    printLine('  Entra has no such tenant. Check the id, or type "-" to continue without it.');
    return false;
  }
  const isKnown = answer.kind === 'answered' && answer.status === 200;
  printLine(isKnown ? '  Entra knows this tenant.' : '  The tenant was not looked up: Entra did not answer.');
  return true;
}

async function lookUpHost(host: string, { route = {}, printLine }: SetupSession): Promise<void> {
  const server = new URL(`https://${host}`);
  const answer = await probeAddress(server, { method: 'GET', path: '/tab', route, deadlineMs: lookUpTimeoutMs });
  if (answer.kind === 'answered') printLine('  The name is in DNS, and something answers there.');
  else if (answer.why === 'noAnswer')
    printLine('  Nothing answers at this name yet, which is normal before the first start.');
  else printLine(`  ${createFinding(probeFailureFindings[answer.why]).says} Correct this before the first start.`);
}

/** False only if the answer is wrong: a look that cannot be made is said. */
async function lookUp(kind: NonNullable<Field['lookUp']>, value: string, session: SetupSession): Promise<boolean> {
  if (session.isOffline) {
    session.printLine('  Not looked up, because of --offline.');
    return true;
  }
  if (kind === 'tenant') return await lookUpTenant(value, session);
  await lookUpHost(value, session);
  return true;
}

interface Typed {
  readonly value: string;
  /** "-" leaves a setting out, even one that a server needs: the end says so. */
  readonly isLeftOut: boolean;
}

const leavesOut: Typed = { value: '', isLeftOut: true };

async function askValue({ answers }: SetupSession, field: Field, standing: string): Promise<Typed> {
  const { prompt, usual, draw } = field;
  const offered = stripControlCharacters(standing) || usual || (draw && 'press Enter to draw one');
  const typed = await answers.ask(`  ${prompt}${offered ? ` [${offered}]` : ''}`);
  if (typed === '-') return leavesOut;
  return { value: typed || standing || (draw?.() ?? usual ?? ''), isLeftOut: false };
}

/** Typed unseen, or the first line of a file: a secret in a list of answers would be one more copy of it. */
async function askSecretValue({ answers, printLine }: SetupSession, field: Field, standing: string): Promise<Typed> {
  const kept = standing === '' ? '' : ' [press Enter to keep the saved one]';
  for (;;) {
    const typed = answers.isTerminal
      ? await answers.askUnseen(`  ${field.prompt}${kept}`)
      : await answers.ask(`  ${field.prompt}: path of a file that holds it${kept}`);
    if (typed === '-') return leavesOut;
    if (typed === '' || answers.isTerminal) return { value: typed || standing, isLeftOut: false };
    const read = await readFile(expandPath(typed), 'utf8').catch((error: unknown) => error);
    if (typeof read !== 'string') {
      // Not its name: it could be the secret itself.
      printLine(
        fileErrorText(read) === undefined ? '  It could not be read.' : '  There is no readable file of this name.',
      );
    } else if (holdsPrivateHalf(read)) printLine(`  ${privateHalfRefusal}`);
    else return { value: read.split('\n')[0]?.trim() ?? '', isLeftOut: false };
  }
}

/**
 * Asks until the answer is right, and saves it. Returns whether the setting was left out by "-". Throws SetupError, and
 * file system errors.
 */
export async function askField(session: SetupSession, field: Field): Promise<boolean> {
  const { values, printLine, save, folder, isOfEnvironment, isInFile } = session;
  const { name, isSecret } = field;
  const standing = trimEnvironment(values())[name] ?? '';
  if (isOfEnvironment(name)) {
    printLine(`  ${name} comes from the environment, which takes precedence over .env.`);
    // A server is started elsewhere, without this environment.
    if (isSecret && !isInFile(name)) save({ [name]: standing });
    return false;
  }
  for (;;) {
    const { value, isLeftOut } = await (isSecret ? askSecretValue : askValue)(session, field, standing);
    if (formatEnvLine(name, value) === undefined) {
      printLine('  It has an invisible character, or too many kinds of quotation marks: type it again.');
      continue;
    }
    if (value.length > (field.maxLength ?? value.length)) {
      printLine(`  It has more than ${field.maxLength} characters.`);
      continue;
    }
    const changes = { ...field.also?.(values({ [name]: value }), folder), [name]: value };
    const mayBeEmpty = isLeftOut || (field.isOptional && value === '');
    const problems = mayBeEmpty ? [] : findProblems([name], values(changes));
    for (const sentence of problems) printLine(`  ${sentence}`);
    if (problems.length > 0) continue;
    if (field.lookUp && value !== '' && !(await lookUp(field.lookUp, value, session))) continue;
    save(changes);
    return isLeftOut;
  }
}
