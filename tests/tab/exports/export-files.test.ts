import { describe, expect, it } from '@jest/globals';
import { exportedCaseSchema } from '../../../concerns/casework/exported-case.ts';
import { isWholeHistory } from '../../../concerns/whole-history.ts';
import { signedFiles } from '../../../tab/exports/made-files.ts';
import { anExport, anOpenedReport } from './an-export.ts';

describe('a sanitised export', () => {
  it('holds the text that was signed off and the case, and nothing of how it was reported', async () => {
    const { files } = await anExport(() => ({ what: 'sanitised', text: 'A text that names nobody.' }));
    const { content, attestation } = exportedCaseSchema.parse(JSON.parse(files.json));
    expect(content).toMatchObject({ what: 'sanitised', text: 'A text that names nobody.', status: 'triaged' });
    expect(Object.keys(content)).not.toEqual(expect.arrayContaining(['mode', 'report']));
    expect(attestation).toMatchObject({
      what: 'sanitised',
      place: 'caseSystem',
      by: 'a-handler',
      exportedOn: '2026-11-25',
    });
  });
});

describe('a whole export', () => {
  const whole = () =>
    anExport((record) => ({ what: 'whole', opened: anOpenedReport(record, 'cy', 'Gwelais ŵ ac ŷ.') }));

  it('holds the report with labels in its own language, the messages, and no name', async () => {
    const { files } = await whole();
    const { content } = exportedCaseSchema.parse(JSON.parse(files.json));
    if (content.what !== 'whole') throw new Error('it is not whole');
    expect(content.language).toBe('en');
    expect(content.report).toMatchObject({ language: 'cy', mode: 'named', leftOut: 0 });
    const what = content.report.answers.find(({ question }) => question === 'what');
    expect(what?.answer).toBe('Gwelais ŵ ac ŷ.');
    expect(what?.label).not.toBe('');
    expect(content.report.answers.map(({ label }) => label).join(' ')).not.toContain('What happened');
    expect(content.report.thread.map(({ direction, text }) => [direction, text])).toEqual([
      ['toReporter', 'When was it?'],
      ['fromReporter', ''],
    ]);
    expect(files.json).not.toContain('Whoever reported');
    expect(files.json).not.toContain('the-reporter');
  });

  it('holds the history with the export in it, without a seal', async () => {
    const { files, made } = await whole();
    const { history, attestation } = exportedCaseSchema.parse(JSON.parse(files.json));
    expect(isWholeHistory(attestation.caseId, attestation.chain, history)).toBe(true);
    expect(history.at(-1)?.detail).toMatchObject(made.digests);
    expect(files.json).not.toContain('"sealed"');
  });
});

describe('files that the server did not sign', () => {
  it('are not handed out as if it had', async () => {
    const [one, other] = [
      await anExport(() => ({ what: 'sanitised', text: 'One.' })),
      await anExport(() => ({ what: 'sanitised', text: 'Another.' })),
    ];
    const { attestation, signature, publicKey, history: events } = exportedCaseSchema.parse(JSON.parse(one.files.json));
    expect(signedFiles([other.made], { attestation, signature, publicKey, events })).toBeUndefined();
    const found = signedFiles([other.made, one.made], { attestation, signature, publicKey, events });
    expect(found?.json).toBe(one.files.json);
    expect(found?.fingerprint).toBe(one.signer.fingerprint);
  });
});
