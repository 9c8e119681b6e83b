import { describe, expect, it } from '@jest/globals';
import { additionText, separateReportText, changedReportText, reportText } from '../../cards/report-text.ts';

describe('a report as text', () => {
  const answers = { mode: 'notKept', what: 'First line\n{{DATE(x)}} ${y}', signs: 'gifts,touch', risk: ' ' };

  it('has each answer below its question, as it was given', () => {
    expect(reportText('en', { ...answers, towards: 'public' })).toBe(
      [
        'What happened\nFirst line\n{{DATE(x)}} ${y}',
        'How would you like to report?\nIdentity not kept',
        'Who was it done to?\nA member of the public',
        'Which signs were there?\nGifts, letters or cards\nUnnecessary touching',
      ].join('\n\n'),
    );
  });

  it('leaves out what a changed answer has closed', () => {
    expect(reportText('en', answers)).not.toContain('Which signs');
  });

  it('says of a changed version that it is one, in the language of the report', () => {
    expect(changedReportText('cy', answers)).toMatch(/^Fersiwn .*:\n\nBeth ddigwyddodd\n/u);
  });

  it('says of words that are added what was marked beside them, and apart which report they belong to', () => {
    expect(additionText('en', [], 'my words')).toBe('my words');
    expect(additionText('en', ['risk'], 'my words')).toBe('Someone is at risk now.\n\nmy words');
    expect(additionText('cy', ['risk'], '')).toBe('Mae rhywun mewn perygl nawr.');
    expect(separateReportText('en', 'ABC-DEF-GHJK', ['risk', 'unit'], 'my words')).toBe(
      'Read this with report ABC-DEF-GHJK.\n\nmy words',
    );
    expect(separateReportText('en', 'ABC-DEF-GHJK', ['worse', 'unit'], '')).toBe(
      'Read this with report ABC-DEF-GHJK.\n\nI have been treated worse because I reported.',
    );
    expect(separateReportText('cy', 'ABC-DEF-GHJK', [], '')).toMatch(/ABC-DEF-GHJK\.$/u);
  });
});
