import type { Language } from '../../concerns/terms/language.ts';
import type { ShownChannel } from '../../contract/campaigns.ts';
import { showDay } from '../../words/days.ts';
import type { Tab } from '../parts/tab-context.ts';

/** Teams gives no name for a channel: without one, its place and the day on which it was added. */
export const channelName = (say: Tab['say'], language: Language, { name, on }: ShownChannel, place: number): string =>
  name ?? say('campaigns.channelNumber', { number: place + 1, day: showDay(language, on) });
