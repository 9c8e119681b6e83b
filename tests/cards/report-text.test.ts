import { describe, expect, it } from '@jest/globals';
import { changedReportText, reportText } from '../../cards/report-text.ts';

describe('a report as text', () => {
  const answers = { mode: 'notKept', what: 'First line\n{{DATE(x)}} ${y}', signs: 'gifts,touch', risk: ' ' };

  it('has each answer below its question, as it was given', () => {
    expect(reportText('en', { ...answers, towards: 'public' })).toBe(
      [
        'How would you like to report?\nIdentity not kept',
        'What happened\nFirst line\n{{DATE(x)}} ${y}',
        'Towards whom?\nA member of the public',
        'Which signs were there?\nGifts, letters or cards\nUnnecessary touching',
      ].join('\n\n'),
    );
  });

  it('leaves out what a changed answer has closed', () => {
    expect(reportText('en', answers)).not.toContain('Which signs');
  });

  it('says of a changed version that it is one, in the language of the report', () => {
    expect(changedReportText('cy', answers)).toMatch(/^Fersiwn .*:\n\nSut hoffech chi roi gwybod\?/u);
  });
});
