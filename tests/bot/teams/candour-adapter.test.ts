import { INVOKE_RESPONSE_KEY, type TurnContext } from 'botbuilder';
import { describe, expect, it } from '@jest/globals';
import { CandourAdapter } from '../../../bot/teams/candour-adapter.ts';
import { createTeamsAuthentication } from '../../../bot/teams/teams-authentication.ts';
import { parseActivity } from '../../../bot/teams/incoming-activity.ts';
import { withClientCache } from '../../../bot/teams/connector-client.ts';
import { loadDevelopmentSettings } from '../../../development/development-settings.ts';
import { deepText } from '../../support/deep-text.ts';
import { invokeActivity, messageActivity, newPerson } from '../../support/journeys/teams-activities.ts';

const canary = 'canary-of-what-somebody-typed';
const surroundings = { person: newPerson(), serviceUrl: 'http://127.0.0.1:9/', botId: '28:bot', now: new Date(0) };
const answer = { status: 200, body: { shown: canary } };

/** Keeps what the SDK's functions are given, as the engine does until everything is collected. */
class Watched extends CandourAdapter {
  readonly kept: (readonly [TurnContext, (context: TurnContext) => Promise<void>])[] = [];

  protected override async runMiddleware(context: TurnContext, next: (context: TurnContext) => Promise<void>) {
    this.kept.push([context, next]);
    await super.runMiddleware(context, next);
  }
}

async function turnOf(activity: object, work: (context: TurnContext) => Promise<void>) {
  const adapter = new Watched(withClientCache(createTeamsAuthentication(loadDevelopmentSettings({})), 1_000));
  const parsed = parseActivity(JSON.stringify(activity));
  const bearer = await adapter.check('');
  if (parsed === undefined || bearer.kind === 'refused') throw new Error('nobody is let in');
  const admitted = adapter.admit(bearer, parsed);
  if (admitted.kind === 'refused') throw new Error('the activity is refused');
  const answered = adapter.runTurn(admitted.caller, parsed, work);
  return { adapter, answered };
}

const answers = async (context: TurnContext): Promise<void> => {
  context.turnState.set(INVOKE_RESPONSE_KEY, { type: 'invokeResponse', value: answer });
};
const pressed = invokeActivity(surroundings, 'task/submit', { data: { what: canary } });

describe('a turn of the SDK', () => {
  it.each<[string, object]>([
    ['pressed', pressed],
    ['typed', messageActivity(surroundings, canary)],
    [
      'attached',
      { ...messageActivity(surroundings, ''), attachments: [{ content: canary }], channelData: { said: canary } },
    ],
  ])('is told who speaks and where, and nothing of what was %s', async (_name, activity) => {
    let told = '';
    const { answered } = await turnOf(activity, async (context) => {
      told = deepText({ ...context.activity });
    });
    await answered;
    expect(told).toContain(surroundings.person.objectId);
    expect(told).not.toContain(canary);
  });

  it('gives the answer, and reaches nothing of it once it is over', async () => {
    let turns = 0;
    const { adapter, answered } = await turnOf(pressed, async (context) => {
      turns += 1;
      await answers(context);
    });
    expect(await answered).toEqual(answer);
    const [[context, next] = []] = adapter.kept;
    if (context === undefined || next === undefined) throw new Error('no turn was run');
    expect(deepText(context)).not.toContain(canary);
    await next(context);
    expect([turns, context.turnState.has(INVOKE_RESPONSE_KEY)]).toEqual([1, false]);
  });

  it('reaches nothing of it either where it failed', async () => {
    const { adapter, answered } = await turnOf(pressed, async (context) => {
      await answers(context);
      throw new Error('failed');
    });
    await expect(answered).rejects.toThrow('failed');
    expect(adapter.kept.map(([context]) => deepText(context)).join(' ')).not.toContain(canary);
  });
});
