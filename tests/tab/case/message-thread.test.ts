import { describe, expect, it } from '@jest/globals';
import type { ThreadEntry } from '../../../core/casework/decrypt-report.ts';
import { buildThread } from '../../../tab/case/message-thread.ts';
import { today } from '../../support/contracts/records.ts';
import { createCaseView } from '../../support/tab/case-view.ts';

const { caseId } = createCaseView().record;
const entry = (direction: ThreadEntry['direction'], number: number, text: string): ThreadEntry => ({
  direction,
  message: { v: 1, caseId, direction, number, id: `${number}`, writtenOn: today, text, tag: '' },
  at: today,
});

describe('the thread with the person who reported', () => {
  it('shows both directions in their order, and what was sent from this page after them', () => {
    const thread = [entry('fromReporter', 1, 'More.'), entry('toReporter', 1, 'When?')];
    const shown = buildThread({ thread }, [{ number: 2, text: 'Where?' }]);
    expect(shown.map(({ direction, text }) => [direction, text])).toEqual([
      ['fromReporter', 'More.'],
      ['toReporter', 'When?'],
      ['toReporter', 'Where?'],
    ]);
  });

  it('shows a message once, also where the report was opened again after it was sent', () => {
    const shown = buildThread({ thread: [entry('toReporter', 1, 'When?')] }, [{ number: 1, text: 'When?' }]);
    expect(shown).toHaveLength(1);
  });

  it('keeps the writer’s spaces, and knows an empty message as nothing to add', () => {
    const thread = [entry('fromReporter', 1, '  two\n\n lines '), entry('fromReporter', 2, ' ')];
    expect(buildThread({ thread }, []).map(({ text }) => text)).toEqual(['  two\n\n lines ', '']);
  });
});
