import { type ReplyName, replyNames } from '../../concerns/terms/reply-names.ts';
import { type Replies, repliesSchema } from '../../words/reply-templates.ts';
import type { WordSetting } from './contacts-settings.ts';
import type { Environment } from './given-settings.ts';
import { SettingsError } from './settings-error.ts';

/** The setting that each reply comes from, with a language after its name, and its meaning. */
const settings = {
  received: {
    name: 'REPLY_RECEIVED',
    says: "What a handler may begin a message with: at most 1,000 characters of plain text, each in both languages or in neither. Received and read, in English; Candour's own words where left out, as for each that follows.",
  },
  whereOrWhen: {
    name: 'REPLY_WHERE_OR_WHEN',
    says: 'A question where or when it happened, which asks nobody to find anything out.',
  },
  closedActed: { name: 'REPLY_CLOSED_ACTED', says: 'The work is finished, and something has been done.' },
  closedNothingFound: {
    name: 'REPLY_CLOSED_NOTHING_FOUND',
    says: 'The work is finished, and nothing more needs to be done.',
  },
  closedKept: { name: 'REPLY_CLOSED_KEPT', says: 'The work is finished for now, and the report is kept.' },
  closedPassedOn: {
    name: 'REPLY_CLOSED_PASSED_ON',
    says: 'The work is finished here, and the report was passed on.',
  },
} as const satisfies Record<ReplyName, WordSetting>;

const inBoth = (name: string): readonly [en: string, cy: string] => [`${name}_EN`, `${name}_CY`];

/** The settings that replies are read from. */
export const aboutReplies: readonly WordSetting[] = Object.values(settings).flatMap(({ name, says }) => {
  const [en, cy] = inBoth(name);
  return [
    { name: en, says },
    { name: cy, says: 'The same in Welsh.' },
  ];
});

/** Their names. */
export const replySettings: readonly string[] = aboutReplies.map(({ name }) => name);

function settingsOf([reply, language]: readonly PropertyKey[]): readonly string[] {
  const found = replyNames.find((one) => one === reply);
  if (found === undefined) return replySettings;
  const { name } = settings[found];
  return typeof language === 'string' ? [`${name}_${language.toUpperCase()}`] : inBoth(name);
}

/**
 * The replies that an environment sets, Candour's own for the rest. Throws SettingsError, which names each that is too
 * long, no plain text, or stands in one language alone.
 */
export function readReplies(environment: Environment): Replies {
  const said = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const given = Object.fromEntries(
    replyNames.flatMap((reply) => {
      const [en, cy] = inBoth(settings[reply].name).map(said);
      return en === undefined && cy === undefined ? [] : [[reply, { en, cy }] as const];
    }),
  );
  const parsed = repliesSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new SettingsError([...new Set(parsed.error.issues.flatMap(({ path }) => settingsOf(path)))]);
}
