import type { ShownCard as Answered } from '../../../contract/answers.ts';
import { buttonName, type ShownCard, shownCard } from './shown-card.ts';
import type { TabClient } from './tab-client.ts';
import type { TeamsClient } from './teams-client.ts';

/** What a person does with a card, at whichever door it is shown. */
export type CardInHand = Pick<TeamsClient, 'card' | 'fill' | 'filled' | 'press'>;

/** Somebody at the page for reporting: each step goes to the tab's API with a token of theirs. */
export interface PageClient extends CardInHand {
  /** Whether the conversation is over, and the page at its start. */
  readonly isAtStart: () => boolean;
}

/** A client of the page for one person, at its start. */
export function pageClient(tab: TabClient, language: 'en' | 'cy'): PageClient {
  let shown: ShownCard | undefined;
  let filled = new Map<string, string>();

  const front = (): ShownCard => {
    if (shown === undefined) throw new Error('no card is shown');
    return shown;
  };
  function show(answer: Answered): ShownCard {
    const before = shown;
    shown = answer.kind === 'card' ? shownCard(answer.card) : undefined;
    filled = new Map(shown?.inputs.flatMap(({ id, value }) => (value ? [[id, value]] : [])));
    const card = shown ?? before;
    if (card === undefined) throw new Error('the page showed no card');
    return card;
  }
  return {
    card: front,
    isAtStart: () => shown === undefined,
    fill(id, value) {
      if (!front().inputs.some((input) => input.id === id)) throw new Error(`the card has no input ${id}`);
      filled.set(id, value);
    },
    filled: (id) => filled.get(id) ?? '',
    async press(name) {
      if (shown === undefined) {
        if (name !== 'report' && name !== 'comeBack') throw new Error(`the page does not start ${name}`);
        return show(await tab.call('report.open', { flow: name, language }));
      }
      const button = shown.buttons.find((one) => buttonName(one) === name);
      if (button === undefined) throw new Error(`the card has no button ${name}`);
      const inputs = Object.fromEntries([...filled].filter(([, value]) => value !== ''));
      return show(await tab.call('report.move', { language, data: { ...button.data, ...inputs } }));
    },
  };
}
