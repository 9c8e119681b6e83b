import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { BotAdapter, TurnContext } from 'botbuilder';
import { Dialog, DialogContext, DialogSet } from 'botbuilder-dialogs';
import type { Conversation } from '../../../dialogs/conversation.ts';
import { createDialogRunner } from '../../../dialogs/bot-framework/dialog-runner.ts';
import { deepText } from '../../support/deep-text.ts';
import { toPersonId } from '../../../core/model/roles.ts';

const canary = 'canary-of-one-person';
const person = { key: 'person', objectId: toPersonId('person'), name: 'Person', tenantId: 'tenant' };

const refuses = (): Promise<never> => Promise.reject(new Error('a dialog sends nothing'));
class Silent extends BotAdapter {
  override sendActivities = refuses;
  override updateActivity = refuses;
  override deleteActivity = refuses;
  override continueConversation = refuses;
}
const turnThatSays = (text: string) =>
  new TurnContext(new Silent(), { type: 'invoke', channelId: 'candour', text, conversation: undefined });

class Heard extends Dialog {
  override async beginDialog(context: DialogContext) {
    context.state.setValue('turn.said', canary);
    context.state.setValue('dialog.said', canary);
    return Dialog.EndOfTurn;
  }
}

/** A conversation that shows what was typed on the card before. */
const repeating: Conversation<{ readonly typed: string }> = {
  id: 'repeating',
  begin: () => ({ typed: 'nothing' }),
  parse: (state) =>
    typeof state === 'object' && state !== null ? { typed: String(Reflect.get(state, 'typed')) } : undefined,
  move: async (_, { inputs }) => ({ kind: 'show', state: { typed: String(inputs['what']) }, problems: [] }),
  page: () => ({ language: 'en', heading: '', actions: [] }),
};

const failing: Conversation<{ readonly typed: string }> = {
  ...repeating,
  id: 'failing',
  move: () => Promise.reject(new Error('failed')),
};

afterEach(() => {
  jest.restoreAllMocks();
});

describe('the runner of dialogs', () => {
  it('takes nothing of one step into another, though many are on their way at once', async () => {
    const runner = createDialogRunner([repeating]);
    const people = Array.from({ length: 50 }, (_, number) => `${canary}-${number}`);
    const steps = await Promise.all(
      people.map(async (what) => {
        const begun = await runner.begin('repeating', {});
        if (begun.kind !== 'shown') throw new Error('nothing is shown');
        return runner.move(begun.at, { verb: 'next', inputs: { what }, person });
      }),
    );
    for (const [place, step] of steps.entries()) {
      const text = deepText(step);
      expect(people.filter((what) => text.includes(`${what} `) || text.endsWith(what))).toEqual([people[place]]);
    }
  });

  it('leaves the framework nothing of a step that is over, or that failed', async () => {
    const runner = createDialogRunner([repeating, failing]);
    const run = jest.spyOn(DialogContext.prototype, 'continueDialog');
    const step = (id: string) =>
      runner.move({ id, state: { typed: canary } }, { verb: 'next', inputs: { what: canary }, person });
    expect(deepText(await step('repeating'))).toContain(canary);
    await expect(step('failing')).rejects.toThrow('failed');
    expect(run.mock.contexts).toHaveLength(2);
    expect(deepText(run.mock.contexts)).not.toContain(canary);
  });

  it('may keep the scopes of memory, since none of them holds what a turn wrote into it', async () => {
    const dialogs = new DialogSet().add(new Heard('heard'));
    const { configuration } = new DialogContext(dialogs, turnThatSays('before'), { dialogStack: [] }).state;
    const turn = turnThatSays(canary);
    turn.turnState.set('DialogStateManagerConfiguration', configuration);
    const context = new DialogContext(dialogs, turn, { dialogStack: [] });
    expect(context.state.configuration).toBe(configuration);
    await context.beginDialog('heard');
    expect([context.state.getValue('turn.said'), context.state.getValue('dialog.said')]).toEqual([canary, canary]);
    expect(deepText(configuration)).not.toContain(canary);
    const next = turnThatSays('next');
    next.turnState.set('DialogStateManagerConfiguration', configuration);
    expect(new DialogContext(dialogs, next, { dialogStack: [] }).state.getValue('turn.said')).toBeUndefined();
  });
});
