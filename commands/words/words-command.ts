import { readContacts } from '../../bot/settings/contacts-settings.ts';
import { countFirstCard, isUnderGoal, withEveryWay } from './first-card.ts';
import { firstCardLines } from './first-card-text.ts';

export interface WordsCommandDependencies {
  /** The settings that contacts are read from. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Says a line to whoever runs the command. */
  readonly say: (line: string) => void;
}

/** How the command is called. */
export const wordsUsage = `npm run words -- first-card    words before the first question of a report`;

function firstCard(deps: WordsCommandDependencies): number {
  const contacts = readContacts(deps.environment);
  for (const line of firstCardLines(contacts)) deps.say(line);
  return isUnderGoal(countFirstCard(withEveryWay(contacts))) ? 0 : 1;
}

/**
 * `npm run words`: what the words of Candour come to, for whoever writes or translates them. Answers with the exit
 * code: 0 when all is well, 1 when something is to be put right, 2 when the arguments are wrong.
 */
export async function wordsCommand(deps: WordsCommandDependencies, args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === 'first-card' && rest.length === 0) return firstCard(deps);
  deps.say(wordsUsage);
  return name === undefined || name === 'help' || name === '--help' ? 0 : 2;
}
