import { describe, expect, it } from '@jest/globals';
import { parseDay } from '../../../core/model/calendar.ts';
import { formatDatedNote, parseDatedNote } from '../../../core/model/dated-note.ts';

const happenedOn = parseDay('2026-03-01');
if (happenedOn === undefined) throw new Error('that is no day');

describe('a note that carries a day', () => {
  it('comes back with its day and its words, whatever they are', () => {
    for (const text of ['He said so.', '', '[[2026-01-01]]\nA day in the words', 'ŵ\n\n[[x]]'])
      expect(parseDatedNote('noted', formatDatedNote({ happenedOn, text }))).toEqual({ happenedOn, text });
  });

  it('shows its words to a page that knows of no days', () => {
    expect(formatDatedNote({ happenedOn, text: 'He said so.' })).toBe('[[2026-03-01]]\nHe said so.');
  });

  it('has no day where none was given: in older notes, for no real day, and in other words than notes', () => {
    for (const text of [
      'He said so.',
      '2026-03-01\nHe',
      '[[2026-02-30]]\nHe',
      '[[2026-03-01]] He',
      ' [[2026-03-01]]\nHe',
    ])
      expect(parseDatedNote('noted', text)).toEqual({ text });
    expect(formatDatedNote({ text: 'He said so.' })).toBe('He said so.');
    const dated = formatDatedNote({ happenedOn, text: 'He said so.' });
    for (const kind of ['taskAdded', 'closed', 'sanitised'] as const)
      expect(parseDatedNote(kind, dated)).toEqual({ text: dated });
  });
});
