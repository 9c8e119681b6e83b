import * as fc from 'fast-check';
import { renderPage } from '../../../cards/render-page.ts';
import type { ReportSession, ReportSessionResult } from '../../../tab/report/report-session.ts';
import type { Language } from '../../../core/model/language.ts';
import { buttonName, type ParsedCard, parseCard, type ParsedInput } from '../journeys/parsed-card.ts';

/** How somebody goes on from a card: by which of its buttons, and with which of its choices. */
export interface MonkeyAction {
  readonly button: number;
  readonly choice: number;
  /** They do what leads on, where there is such a button. */
  readonly leadsOn: boolean;
}

/** Whims, most of which lead on. */
export const arbitraryMonkeyActions: fc.Arbitrary<readonly MonkeyAction[]> = fc.array(
  fc.record({
    button: fc.nat({ max: 20 }),
    choice: fc.nat({ max: 20 }),
    leadsOn: fc.oneof({ arbitrary: fc.constant(true), weight: 4 }, { arbitrary: fc.constant(false), weight: 1 }),
  }),
  { minLength: 6, maxLength: 14 },
);

/** A person at the page who presses whatever there is. */
export interface Monkey {
  readonly canary: string;
  /** What they type where a code is asked for. */
  readonly code: string;
  readonly begins: 'report' | 'comeBack';
  readonly language: Language;
}

const onwards = ['send', 'add', 'next', 'later', 'file', 'resume'];

const typed = ({ canary, code }: Monkey, { id, choices, isMultiSelect }: ParsedInput, whim: MonkeyAction): string => {
  if (choices) {
    const chosen = choices[whim.choice % choices.length]?.value ?? '';
    // Who says that nothing concerns the unit goes on by the usual way, half of the time.
    return isMultiSelect && whim.choice % 2 === 0 ? '' : chosen;
  }
  return id === 'code' ? code : `${canary} ${id}`;
};

function pressed(card: ParsedCard, whim: MonkeyAction): ParsedCard['buttons'][number] | undefined {
  const buttons = card.buttons.filter(({ data }) => data !== undefined);
  const leading = onwards.flatMap((name) => buttons.filter((button) => buttonName(button) === name));
  const from = whim.leadsOn && leading.length > 0 ? leading.slice(0, 1) : buttons;
  return from[whim.button % Math.max(1, from.length)];
}

/** All that somebody was shown, in its order. Rejects where the page does. */
export async function runMonkey(
  talk: ReportSession,
  monkey: Monkey,
  doings: readonly MonkeyAction[],
): Promise<readonly ReportSessionResult[]> {
  const told: ReportSessionResult[] = [await talk.open(monkey.begins, monkey.language)];
  for (const whim of doings) {
    const last = told.findLast(({ kind }) => kind !== 'refused');
    if (last?.kind !== 'page') break;
    const card = parseCard(renderPage(last.page));
    const button = pressed(card, whim);
    if (button === undefined) break;
    const inputs = Object.fromEntries(card.inputs.map((input) => [input.id, typed(monkey, input, whim)]));
    told.push(await talk.press({ ...button.data, ...inputs }, monkey.language));
  }
  return told;
}
