import { type ReplyName, replyNames } from '../../concerns/terms/reply-names.ts';
import { type Replies, repliesSchema } from '../../words/reply-templates.ts';
import type { Environment } from './given-settings.ts';
import { SettingsError } from './settings-error.ts';

/** Which setting each reply comes from, with a language after it. */
const settings = {
  received: 'REPLY_RECEIVED',
  whereOrWhen: 'REPLY_WHERE_OR_WHEN',
  closedActed: 'REPLY_CLOSED_ACTED',
  closedNothingFound: 'REPLY_CLOSED_NOTHING_FOUND',
  closedKept: 'REPLY_CLOSED_KEPT',
  closedPassedOn: 'REPLY_CLOSED_PASSED_ON',
} as const satisfies Record<ReplyName, string>;

const inBoth = (name: string): readonly string[] => [`${name}_EN`, `${name}_CY`];

/** The names of the settings that replies are read from. */
export const replySettings: readonly string[] = Object.values(settings).flatMap(inBoth);

function settingsOf([reply, language]: readonly PropertyKey[]): readonly string[] {
  const name = replyNames.find((one) => one === reply);
  if (name === undefined) return replySettings;
  return typeof language === 'string' ? [`${settings[name]}_${language.toUpperCase()}`] : inBoth(settings[name]);
}

/**
 * The replies that an environment sets, Candour's own for the rest. Throws SettingsError, which names each that is too
 * long, no plain text, or stands in one language alone.
 */
export function readReplies(environment: Environment): Replies {
  const said = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const given = Object.fromEntries(
    replyNames.flatMap((reply) => {
      const [en, cy] = inBoth(settings[reply]).map(said);
      return en === undefined && cy === undefined ? [] : [[reply, { en, cy }] as const];
    }),
  );
  const parsed = repliesSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new SettingsError([...new Set(parsed.error.issues.flatMap(({ path }) => settingsOf(path)))]);
}
