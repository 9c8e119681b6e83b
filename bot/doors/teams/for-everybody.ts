import type { Clock, Random } from '../../../concerns/terms/clock.ts';
import type { Everybody } from '../../campaigns/everybody.ts';
import { createPulseAnswers, type PulseAnswers } from './answer-pulse.ts';
import { createMessageChoices, type MessageChoices } from './message-choices.ts';

/** Answers what everybody can do about messages that go to all: choose, and answer what is counted. */
export const createForEverybody = (
  deps: Everybody & { readonly clock: Clock; readonly timeZone: string; readonly random: Random },
): { readonly messages: MessageChoices; readonly pulse: PulseAnswers } => ({
  messages: createMessageChoices(deps),
  pulse: createPulseAnswers(deps),
});
