import type { Mutant } from '../mutant.ts';

const rows = ['tests/bot/campaigns/reach.test.ts'];
const sweep = ['tests/bot/campaigns/sweep-reach.test.ts'];
const owedCards = ['tests/bot/campaigns/owed-welcomes.test.ts'];
const ofChoices = ['tests/bot/doors/teams/message-choices.test.ts'];
const choices = 'bot/doors/teams/message-choices.ts';
const membership = 'bot/doors/teams/answer-membership.ts';
const reach = 'bot/campaigns/reach.ts';
const sweeping = 'bot/campaigns/sweep-reach.ts';

export const ofReach: readonly Mutant[] = [
  {
    name: 'whoever does anything at all writes their row',
    promise: 'access',
    file: 'bot/app.ts',
    find: 'pace: (activity) => paces.turns.pass(personOf(activity, tenantId).key),',
    put: `pace: async (activity) => {
      const { conversation, serviceUrl } = activity;
      const by = { conversationId: conversation.id, serviceUrl, language: 'en' } as const;
      await everybody.reach.choose(by, { kind: 'choice', choice: 'receive' });
      return paces.turns.pass(personOf(activity, tenantId).key);
    },`,
    tests: ['tests/leaks/alike-for-all.test.ts'],
  },
  {
    name: 'an upgrade of the app takes its row away',
    promise: 'access',
    file: membership,
    find: "if (activity.action === 'remove') return 'removed';",
    put: "if (activity.action?.startsWith('remove')) return 'removed';",
    tests: rows,
  },
  {
    name: 'a group that has the app is a person',
    promise: 'access',
    file: membership,
    find: 'if (!isPersonalChat(activity)) return undefined;',
    put: '',
    tests: rows,
  },
  {
    name: 'a language is taken from a client that says none',
    promise: 'both languages',
    file: membership,
    find: 'return isAdded && activity.locale !== undefined ?',
    put: 'return isAdded ?',
    tests: rows,
  },
  {
    name: 'an installation that is told again writes its row again',
    promise: 'access',
    file: reach,
    find: 'standing === undefined || standing.serviceUrl === row.serviceUrl',
    put: 'standing === undefined',
    tests: rows,
  },
  {
    name: 'an upgrade forgets what somebody chose',
    promise: 'truthful',
    file: reach,
    find: ': { ...standing, serviceUrl: row.serviceUrl },',
    put: ': row,',
    tests: rows,
  },
  {
    name: 'a choice tells from which address its person came',
    promise: 'access',
    file: reach,
    find: 'kept = standing === undefined ? fresh : chosenOf(standing, chosen);',
    put: 'kept = standing === undefined ? fresh : chosenOf({ ...standing, serviceUrl: by.serviceUrl }, chosen);',
    tests: rows,
  },
  {
    name: 'whoever comes is not welcomed where the list of who has the app is away',
    promise: 'truthful',
    file: membership,
    find: "deps.log({ event: 'reachFailed', code: troubleCode(error) });",
    put: 'throw error;',
    tests: rows,
  },
  {
    name: 'where others read, somebody is shown what a choice did',
    promise: 'access',
    file: choices,
    find: "if (!isPersonalChat(activity)) return noticePage({ language, notice: 'messagesElsewhere' });",
    put: '',
    tests: ofChoices,
  },
  {
    name: 'whoever looks at what they chose writes their row',
    promise: 'access',
    file: choices,
    find: 'const row = chosen ? await deps.reach.choose(by, chosen) : await deps.reach.rowOf(by.conversationId);',
    put: "const row = await deps.reach.choose(by, chosen ?? { kind: 'language', language });",
    tests: ofChoices,
  },
  {
    name: 'stop messages only pauses them',
    promise: 'truthful',
    file: 'bot/doors/teams/chat-commands.ts',
    find: "{ kind: 'messages', choice: 'none' }, 'stopio negeseuon'",
    put: "{ kind: 'messages', choice: 'pause' }, 'stopio negeseuon'",
    tests: ofChoices,
  },
  {
    name: 'production refuses to have messages stopped on a card',
    promise: 'access',
    file: 'bot/doors/teams/answer-invoke.ts',
    find: "action.verb === 'messages' || ",
    put: '',
    tests: ofChoices,
  },
  {
    name: 'a choice takes the language of the messages back',
    promise: 'both languages',
    file: 'concerns/records/reach-row.ts',
    find: 'return { ...rest, optedOut: true };',
    put: "return { ...rest, language: 'en', optedOut: true };",
    tests: [...rows, ...ofChoices],
  },
  {
    name: 'the sweep leaves the rows of those who want no messages',
    promise: 'access',
    file: sweeping,
    find: 'for (const row of page) rows += (await touch(row, today)) ? 1 : 0;',
    put: 'for (const row of page) rows += row.value.optedOut || (await touch(row, today)) ? 1 : 0;',
    tests: sweep,
  },
  {
    name: 'the sweep writes over what somebody chose meanwhile',
    promise: 'truthful',
    file: sweeping,
    find: 'standing = again?.value && { value: again.value, version: again.version };',
    put: 'standing = again && { value: row.value, version: again.version };',
    tests: sweep,
  },
  {
    name: 'two servers sweep one month',
    promise: 'access',
    file: sweeping,
    find: "if (!(await dailyMarks.write({ ...mark, state: 'taken' }, standing?.version))) return;",
    put: "await dailyMarks.write({ ...mark, state: 'taken' }, standing?.version);",
    tests: sweep,
  },
  {
    name: 'a version counts how often somebody chose',
    promise: 'access',
    file: 'storage/sqlite/reach.ts',
    find: `'UPDATE reach SET version = ?, record = ? WHERE id = ? AND version = ?',
        randomUUID(),`,
    put: `'UPDATE reach SET version = ?, record = ? WHERE id = ? AND version = ?',
        over,`,
    tests: ['tests/storage/sqlite.test.ts', ...sweep],
  },
  {
    name: 'a first card that was refused for its rate never comes',
    promise: 'truthful',
    file: 'bot/doors/teams/turn.ts',
    find: 'if (!(await deps.onNotWelcomed(activity, error))) throw error;',
    put: 'if (!(await deps.onMembership(activity))) throw error;',
    tests: owedCards,
  },
  {
    name: 'a server that is killed has its first cards sent twice',
    promise: 'access',
    file: 'bot/campaigns/owed-welcomes.ts',
    find: 'if (!(await written(row, version, false))) return false;',
    put: 'if (!(await written(row, version, true))) return false;',
    tests: owedCards,
  },
  {
    name: 'a first card that may have come is owed',
    promise: 'access',
    file: 'bot/campaigns/owed-welcomes.ts',
    find: "          if (outcome.kind !== 'again') return true;\n",
    put: '',
    tests: owedCards,
  },
  {
    name: 'whoever wants no messages has a first card later',
    promise: 'access',
    file: 'bot/campaigns/owed-welcomes.ts',
    find: "      if (choiceOn(row, today()) !== 'receive') return true;\n",
    put: '',
    tests: owedCards,
  },
  {
    name: 'first cards that are on their way are lost where the server is told to end',
    promise: 'durable',
    file: 'bot/campaigns/owed-welcomes.ts',
    find: '      await deps.rows.oweWelcome(row.conversationId);\n',
    put: '',
    tests: owedCards,
  },
];
