import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseChatCommand } from '../../bot/teams/handlers/message-handler.ts';
import { submittedActionSchema } from '../../cards/submitted-action.ts';
import { type Role, roles } from '../../core/model/roles.ts';
import { targetNames } from '../../core/model/alert-targets.ts';
import { parseInvokeAnswer, type InvokeName, parsePostedCard } from '../support/journeys/invoke-answer.ts';
import { newReporter, sendShortReport } from '../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { type SavedCase, readSavedCase } from '../support/journeys/saved-case.ts';
import { channels } from '../support/journeys/bot-settings.ts';
import { newPerson, type Place } from '../support/journeys/teams-activities.ts';
import { createTeamsClient, type TeamsClient } from '../support/journeys/teams-client.ts';
import { createTally } from '../support/access/tally.ts';
import { type Outcome, cardOutcome, messageOutcome } from '../support/access/outcome.ts';
import { idByRole, roleEnvironment } from '../support/access/role-ids.ts';
import { commandRows, type Expected, expectedOutcome, verbRows } from '../support/access/role-table.ts';

/** Somebody with each role alone, and somebody with none. */
const people: readonly (Role | undefined)[] = [undefined, ...roles];
const teamId = '19:team@thread.tacv2';
const tried = createTally();

let bot: RunningBot;
let cases: Readonly<Record<'unit' | 'reserve', SavedCase>>;
beforeAll(async () => {
  bot = await startBot({
    entryPoint: 'dialog',
    environment: roleEnvironment,
  });
  const reported = async (conflict: string) => {
    const reporter = await newReporter(bot);
    await sendShortReport(reporter, { ...reporter.report, conflict });
    return readSavedCase(bot, reporter.teams.card());
  };
  cases = { unit: await reported('no'), reserve: await reported('yes') };
});
afterAll(async () => {
  await bot.stop();
  tried.print();
});

const clientOf = (role: Role | undefined): TeamsClient =>
  createTeamsClient(bot, newPerson('en-GB', role === undefined ? randomUUID() : idByRole[role]));
const each = (expected: Expected) =>
  Object.fromEntries(people.map((role) => [role ?? 'none', expectedOutcome(role, expected)]));

async function got(ask: (teams: TeamsClient) => Promise<Outcome>): Promise<Readonly<Record<string, Outcome>>> {
  const outcomes: [string, Outcome][] = [];
  for (const role of people) {
    bot.clock.forward(1_000);
    tried.add('asked');
    outcomes.push([role ?? 'none', await ask(clientOf(role))]);
  }
  return Object.fromEntries(outcomes);
}

describe('a button', () => {
  const referenceOf = (caseId: string): string =>
    caseId === 'unit' || caseId === 'reserve' ? cases[caseId].record.caseId : caseId;
  const press = (row: (typeof verbRows)[number], name: InvokeName, place: Place) => async (teams: TeamsClient) => {
    const { candour, inputs } = row;
    const said = candour.verb === 'acknowledge' ? { ...candour, caseId: referenceOf(candour.caseId) } : candour;
    const data = { candour: said, ...inputs };
    const value = name === 'adaptiveCard/action' ? { action: { type: 'Action.Execute', data } } : { data };
    const answer = parseInvokeAnswer(name, (await teams.invoke(name, value, place)).text);
    if (answer.kind === 'closed') return 'nothing';
    return answer.kind === 'words' ? messageOutcome(answer.words) : cardOutcome(answer.card);
  };

  it.each(verbRows)('that says "$name" gives each role what is theirs, wherever it stands', async (row) => {
    for (const place of ['chat', { channelId: channels.acu, teamId }, { channelId: '19:x@thread.tacv2', teamId }]) {
      const where: Place = typeof place === 'string' ? 'chat' : place;
      const elsewhere = where === 'chat' ? undefined : row.inChannel;
      const onCard = where === 'chat' ? row.onCard : (row.onCardInChannel ?? elsewhere ?? row.onCard);
      expect(await got(press(row, 'adaptiveCard/action', where))).toEqual(each(onCard));
      expect(await got(press(row, 'task/submit', where))).toEqual(each(elsewhere ?? row.inDialog));
      expect(await got(press(row, 'task/fetch', where))).toEqual(each(elsewhere ?? row.inDialog));
    }
  });

  it('that was refused has changed nothing: only who may has acknowledged a case', async () => {
    const by = async ({ record }: SavedCase) =>
      (await bot.store().history.readAll(record.caseId)).flatMap((event) =>
        event.kind === 'acknowledged' ? event.by : [],
      );
    expect(await by(cases.unit)).toEqual([{ objectId: idByRole.handler }]);
    expect(await by(cases.reserve)).toEqual([{ objectId: idByRole.reserve }]);
  });

  it('can say nothing that has no row above', () => {
    const known = submittedActionSchema.options.flatMap(({ shape }) => {
      const { value } = shape.verb;
      if ('flow' in shape) return shape.flow.options.map((flow) => `${value} ${flow}`);
      if ('view' in shape) return shape.view.options.map((view) => `${value} ${view}`);
      return 'card' in shape ? shape.card.options.map((card) => `${value} ${card}`) : [value];
    });
    const names = verbRows.map(({ name }) => name);
    expect(known.filter((one) => !names.some((name) => name === one || name.startsWith(`${one} `)))).toEqual([]);
  });
});

describe('an invoke that is none of ours', () => {
  it.each([
    'composeExtension/query',
    'composeExtension/submitAction',
    'composeExtension/fetchTask',
    'fileConsent/invoke',
    'signin/verifyState',
    'signin/tokenExchange',
    'actionableMessage/executeAction',
    'application/search',
    'config/fetch',
    'tab/fetch',
    'message/submitAction',
    'adaptiveCard/Action',
    '__proto__',
    '',
  ])('gets nothing, whoever sends it: %s', async (name) => {
    for (const role of people) {
      bot.clock.forward(1_000);
      tried.add('asked');
      const teams = clientOf(role);
      const action = { type: 'Action.Execute', data: verbRows[4] };
      const value = { data: { candour: verbRows[4]?.candour, week: 'last4' }, action, query: 'x', state: 'x' };
      const from = teams.surroundings();
      const { person, serviceUrl, botId, now } = from;
      const sent = await teams.send({
        type: 'invoke',
        name,
        value,
        id: randomUUID(),
        timestamp: now.toISOString(),
        channelId: 'msteams',
        serviceUrl,
        from: { id: person.userId, name: person.name, aadObjectId: person.objectId },
        recipient: { id: botId },
        conversation: { conversationType: 'personal', tenantId: bot.settings.tenantId, id: person.conversationId },
        channelData: { tenant: { id: bot.settings.tenantId } },
      });
      expect(sent).toEqual({ status: 200, text: '' });
    }
  });
});

describe('typed words', () => {
  const typed = (words: string, place: Place) => async (teams: TeamsClient) => {
    const before = bot.connector.posts.length;
    const formerly = (await bot.store().targets.all()).map(({ conversationId }) => conversationId);
    await teams.say(words, place);
    const posted = bot.connector.posts.slice(before);
    const conversation = place === 'chat' ? teams.person.conversationId : place.channelId;
    const answers = posted.filter(({ conversationId }) => conversationId.startsWith(conversation));
    // A target that moves is told of in its old channel and in the admins', and nowhere else.
    const elsewhere = posted.filter((one) => !answers.includes(one)).map(({ conversationId }) => conversationId);
    expect(elsewhere.filter((one) => !formerly.some((place) => one.startsWith(place)))).toEqual([]);
    return answers.length === 1 ? cardOutcome(parsePostedCard(answers[0]?.activity)) : 'else';
  };

  it.each([
    [channels.acu, { handler: 'health', admin: 'health', others: 'healthRefused' }],
    [channels.reserve, { reserve: 'health', others: 'healthRefused' }],
  ] as const)(
    'that ask in the channel %s how its alerts are get only what comes there',
    async (channelId, expected) => {
      expect(await got(typed('alert health', { channelId, teamId }))).toEqual(each(expected));
    },
  );

  it.each(commandRows)('"$words" give each role what is theirs, in a chat and in a channel', async (row) => {
    expect(await got(typed(row.words, 'chat'))).toEqual(each(row.inChat));
    // A channel of its own for each, so that none is a target yet.
    const fresh = (teams: TeamsClient) =>
      typed(row.words, { channelId: `19:${randomUUID()}@thread.tacv2`, teamId: `19:${randomUUID()}` })(teams);
    expect(await got(fresh)).toEqual(each(row.inChannel));
  });

  it('can ask for nothing that has no row above', () => {
    const asked = commandRows.flatMap(({ words }) => parseChatCommand(words) ?? []);
    const named = asked.map((command) => (command.kind === 'target' ? command.target : command.kind));
    const kinds = [
      'greeting',
      'guidance',
      'language',
      'week',
      'health',
      'sending',
      'messages',
      'noSummary',
      'campaign',
      'noCampaign',
    ];
    expect([...named].sort()).toEqual([...kinds, ...targetNames].sort());
  });

  it('of the reserve never bring its alerts where others come, nor others’ to it', async () => {
    const mixed = { reserve: 'targetRefused', others: 'targetRefused' } as const;
    const held = (await bot.store().targets.read('acu'))?.conversationId ?? '';
    const outcomes = await got(typed('reserve alerts here', { channelId: held, teamId }));
    expect(Object.keys(outcomes)).toHaveLength(people.length);
    expect(Object.values(outcomes)).not.toContain('targetSet');
    expect(each(mixed)['none']).toBe(outcomes['none']);
  });
});
