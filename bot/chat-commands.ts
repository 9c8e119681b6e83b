import type { TargetName } from '../concerns/ports/alert-targets.ts';

/** What somebody can ask for by typing it. Reporting is not among them: menu commands post text as the person's own message. */
export type ChatCommand =
  | { readonly kind: 'greeting' | 'guidance' | 'language' | 'week' | 'health' }
  | { readonly kind: 'target'; readonly target: TargetName };

const said: ReadonlyMap<string, ChatCommand> = new Map<string, ChatCommand>([
  ...[
    'hi',
    'hello',
    'hey',
    'help',
    'helo',
    'shwmae',
    'shwmai',
    "s'mae",
    'bore da',
    'prynhawn da',
    'cymorth',
    'help llaw',
  ].map((text) => [text, { kind: 'greeting' }] as const),
  ...['guidance', 'canllawiau', 'arweiniad'].map((text) => [text, { kind: 'guidance' }] as const),
  ...['language', 'iaith', 'cymraeg', 'english', 'saesneg'].map((text) => [text, { kind: 'language' }] as const),
  ...['weekly summary', 'crynodeb wythnosol'].map((text) => [text, { kind: 'week' }] as const),
  ...['alert health', 'cyflwr rhybuddion'].map((text) => [text, { kind: 'health' }] as const),
  ...['alerts here', 'rhybuddion yma'].map((text) => [text, { kind: 'target', target: 'acu' }] as const),
  ...['urgent alerts here', 'rhybuddion brys yma'].map(
    (text) => [text, { kind: 'target', target: 'acuSecond' }] as const,
  ),
  ...['reserve alerts here', 'rhybuddion wrth gefn yma'].map(
    (text) => [text, { kind: 'target', target: 'reserve' }] as const,
  ),
  ...['admin alerts here', 'rhybuddion gweinyddu yma'].map(
    (text) => [text, { kind: 'target', target: 'admins' }] as const,
  ),
]);

/** The command in a message, without the mention of the bot; `undefined` for any other words. */
export function chatCommandIn(text: string | undefined): ChatCommand | undefined {
  if (text === undefined || text.length > 500) return undefined;
  const words = text
    .replace(/<at>[^<]*<\/at>/gu, ' ')
    .normalize('NFKC')
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/[.!?,]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
  return said.get(words);
}

/** Whether a message says nothing at all, as a bare mention does. */
export const saysNothing = (text: string | undefined): boolean =>
  (text ?? '').replace(/<at>[^<]*<\/at>/gu, '').trim() === '';
