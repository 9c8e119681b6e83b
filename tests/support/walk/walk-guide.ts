import { readFileSync } from 'node:fs';
import {
  type GuideBlock,
  type GuideStep,
  parseGuideSteps,
  matchesExpected,
  shownLines,
  listPlaceholders,
} from './guide-steps.ts';
import { isPerson, homePath, type World } from './person.ts';
import { createPassphraseHolder, type PassphraseHolder } from './passphrases.ts';
import { type PromptAnswer, startService, type RunningCommand, typeBlock } from './terminal.ts';

export interface Guide {
  /** How it is called where something is wrong. */
  readonly name: string;
  readonly text: string;
}

/** Guides that follow each other, the world that they are walked in, and what somebody knows or does there. */
export interface WalkOptions {
  readonly guides: readonly Guide[];
  readonly world: World;
  /** What stands for each name in angle brackets. */
  readonly filledIn: (name: string, printed: string) => string | undefined;
  /** What is typed where a program asks for it. */
  readonly answers: PromptAnswer;
  /** What is done at each mark. */
  readonly marks: Readonly<Record<string, (walked: Pick<WalkResult, 'holder'>) => Promise<void>>>;
}

/** What was printed at a block of a guide, as it stands there. */
interface Printed {
  readonly name: string;
  readonly line: number;
  readonly code: string;
  readonly printed: string;
}

export interface WalkResult {
  readonly printed: readonly Printed[];
  /** All that services and terminals that stayed open have printed. */
  readonly served: readonly string[];
  readonly holder: PassphraseHolder;
  /** How long each guide took, in milliseconds, and how often a passphrase had been typed by its end. */
  readonly ends: readonly { readonly ms: number; readonly passphrases: number }[];
  /** Ends what still runs. */
  stop(): Promise<void>;
}

/** A program that stays, as it is begun. */
interface Staying {
  readonly typed: RunningCommand;
  readonly line: number;
  readonly expected: string;
}

const serviceUnit = '/etc/systemd/system/candour.service';
const started = (printed: string): boolean => printed.includes('"event":"started"');

/**
 * Walks guides from the first block to the last, each typed by whoever it names, and compares what is printed. Throws at
 * the first that fails or prints something else, with the line of the guide, and begins none after it.
 */
export async function walkGuides({ guides, world, filledIn, answers, marks }: WalkOptions): Promise<WalkResult> {
  let name = '';
  const ends: WalkResult['ends'][number][] = [];
  const printed: Printed[] = [];
  const served: string[] = [];
  const holder = createPassphraseHolder(answers);
  const staying = new Map<string, Staying>();

  const wrong = (line: number, what: string, shown = ''): Error =>
    new Error(`${name}:${line}: ${what}${shown === '' ? '' : `\n--- printed\n${shownLines(shown)}\n---`}`);

  function filled(text: string, line: number): string {
    const all = printed.map((one) => one.printed).join('\n');
    return listPlaceholders(text).reduce((so, one) => {
      const value = filledIn(one, all);
      if (value === undefined) throw wrong(line, `nobody says what stands for <${one}>`);
      return so.replaceAll(`<${one}>`, value);
    }, text);
  }

  async function end(which: string, line: number, key: string): Promise<void> {
    const found = staying.get(which);
    if (found === undefined) throw wrong(line, `there is no ${which} to end`);
    staying.delete(which);
    found.typed.type(key);
    const { code, printed: shown } = await found.typed.ended;
    served.push(shown);
    if (code !== 0) throw wrong(line, `the ${which} ended with ${code}`, shown);
    if (found.expected !== '' && !matchesExpected(shown.replaceAll('^C', ''), found.expected))
      throw wrong(found.line, 'something else was printed', shown);
  }

  async function serve(line: number): Promise<void> {
    const unit = readFileSync(homePath(world, serviceUnit), 'utf8');
    const of = (key: string): string => new RegExp(`^${key}=(.+)$`, 'mu').exec(unit)?.[1] ?? '';
    const [person, folder] = [of('User'), of('WorkingDirectory')];
    if (!isPerson(person)) throw wrong(line, `there is no account ${person}`);
    const typed = startService(world, person, of('ExecStart'), folder);
    staying.set('service', { typed, line, expected: '' });
    await typed.until(started);
    if (!started(typed.printed())) throw wrong(line, 'the service did not start', typed.printed());
  }

  async function command(said: string, line: number): Promise<void> {
    const [, verb, unit] =
      /^systemctl (daemon-reload|(?:enable|disable) --now|start|stop|restart)(?: (\w+))?$/u.exec(said) ?? [];
    if (verb === undefined || (verb !== 'daemon-reload' && unit !== 'candour'))
      throw wrong(line, 'the walk knows no such service');
    if (['disable --now', 'stop', 'restart'].includes(verb)) await end('service', line, '\n');
    if (['enable --now', 'start', 'restart'].includes(verb)) await serve(line);
  }

  async function typeOne({ line, who, stays, code, expected }: GuideBlock): Promise<void> {
    if (who === 'service') {
      for (const [at, said] of code.split('\n').entries()) await command(said, line + at);
      return;
    }
    if (!isPerson(who)) throw wrong(line, `nobody is called ${who}`);
    const [asked, say] = [filled(code, line), filled(expected, line)];
    const typed = typeBlock(world, who, asked, { terminal: stays ?? 'main', answering: holder.answering(asked) });
    if (stays !== undefined) {
      staying.set(stays, { typed, line, expected: say });
      await typed.until((shown) => matchesExpected(shown, say));
      if (!matchesExpected(typed.printed(), say)) throw wrong(line, 'something else was printed', typed.printed());
      return;
    }
    const ended = await typed.ended;
    printed.push({ name, line, code, printed: ended.printed });
    if (ended.code !== 0)
      throw wrong(line + Math.max(0, ended.failedAt - 1), `it ended with ${ended.code}`, ended.printed);
    if (!matchesExpected(ended.printed, say)) throw wrong(line, 'something else was printed', ended.printed);
  }

  async function stop(): Promise<void> {
    for (const which of staying.keys())
      await end(which, 0, which === 'service' ? '\n' : '\u0003').catch(() => undefined);
  }

  async function take(step: GuideStep): Promise<void> {
    if (step.kind === 'block') {
      if (step.notTried === undefined) await typeOne(step);
      return;
    }
    const [, terminal] = /^ends (\w+)$/u.exec(step.name) ?? [];
    const mark = marks[step.name];
    if (terminal !== undefined) await end(terminal, step.line, '\u0003');
    else if (mark === undefined) throw wrong(step.line, `nobody does what is marked as ${step.name}`);
    else await mark({ holder });
  }

  try {
    for (const guide of guides) {
      name = guide.name;
      const begun = performance.now();
      for (const step of parseGuideSteps(guide.text)) await take(step);
      ends.push({ ms: performance.now() - begun, passphrases: holder.typedPassphrases() });
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { printed, served, holder, ends, stop };
}
