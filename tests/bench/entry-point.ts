import type { Activity, Surroundings } from '../support/journeys/teams-activities.ts';
import { invokeActivity } from '../support/journeys/teams-activities.ts';

/** The way in by which people reach a bot, and what Teams sends along. */
export interface EntryPoint {
  readonly kind: 'chat' | 'dialog';
  /** The Authorization header of one of those who report at a time, by their number; none where nobody asks. */
  readonly authorization: (at: number) => string | undefined;
}

/** Where activities say that they come from: nobody listens there. */
export const serviceUrl = 'http://127.0.0.1:9/';

/** The door of development: cards in the chat, and no token. */
export const chatEntryPoint: EntryPoint = { kind: 'chat', authorization: () => undefined };

/** The door of production: cards in a dialog, with tokens that were signed before, of which each at a time has one. */
export const createDialogEntryPoint = (tokens: readonly string[]): EntryPoint => ({
  kind: 'dialog',
  authorization: (at) => `Bearer ${tokens[at % tokens.length]}`,
});

/** What Teams sends when a button is pressed with the inputs of its card; the first opens, the others go on. */
export function pressActivity(
  door: EntryPoint,
  surroundings: Omit<Surroundings, 'serviceUrl'>,
  data: Readonly<Record<string, unknown>>,
  isFirst: boolean,
): Activity {
  const at = { ...surroundings, serviceUrl };
  if (door.kind === 'dialog')
    return invokeActivity(at, isFirst ? 'task/fetch' : 'task/submit', { data, context: { theme: 'default' } });
  const action = { type: 'Action.Execute', title: 'Continue', verb: 'candour', data };
  return invokeActivity(at, 'adaptiveCard/action', { action, trigger: 'manual' });
}
