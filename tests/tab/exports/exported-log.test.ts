import { describe, expect, it } from '@jest/globals';
import { checkExportedCase, parsePublicKey } from '../../../cli/exported-case-checks.ts';
import { type ExportedCase, exportedCaseSchema, serialiseExport } from '../../../core/casework/export-format.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import type { EventRecord, NewEvent, NoteReader } from '../../../core/model/event-record.ts';
import type { Language } from '../../../core/model/language.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { tryCreateExportedLog } from '../../../tab/exports/export-content.ts';
import { now, today } from '../../support/contracts/records.ts';
import { createExport, createDecryptedReport, type CaseExport } from '../../support/tab/case-export.ts';
import { parsePdf } from '../../support/tab/parse-pdf.ts';

const by = { objectId: toPersonId('a-handler') };
const said = (kind: NewEvent['kind'], text: string, reader: NoteReader = 'handlers'): NewEvent => ({
  kind,
  by,
  at: now.toISOString(),
  ...(kind === 'taskAdded' && { detail: { dueOn: today } }),
  note: { for: reader, sealed: btoa(text) },
});
const happenings = [
  said('decided', 'canary-decision'),
  said('taskAdded', 'canary-task'),
  said('noted', 'canary-private', 'self'),
  said('triaged', 'canary-triage'),
  said('identityOpened', 'canary-identity', 'custodians'),
  said('messagesStopped', 'canary-source'),
];
const view = { people: [{ objectId: by.objectId, name: 'A. Handler' }], assignable: [] };
/** The words that the exporter's keys open: all but the note that somebody else keeps for themselves. */
const opened = (events: readonly EventRecord[]): ReadonlyMap<string, string> =>
  new Map(
    events.flatMap(({ note }, place) =>
      note === undefined || note.for === 'self' ? [] : [[note.digest, `words ${place + 1}`] as const],
    ),
  );

const whole = (language: Language, withLog: boolean): Promise<CaseExport> =>
  createExport(
    (record: CaseRecord, events) => {
      const report = createDecryptedReport(record, 'en', 'It happened.');
      const found = tryCreateExportedLog({
        view,
        decryptedReport: report,
        entries: events,
        decryptedUpTo: events.length,
        textsByDigest: opened(events),
      });
      if (!('log' in found)) throw new Error(found.whyNot);
      return { what: 'whole', opened: report, ...(withLog && { log: found.log }) };
    },
    { language, happenings },
  );
const parsed = ({ files }: CaseExport): ExportedCase => exportedCaseSchema.parse(JSON.parse(files.json));
const found = ({ files, signer }: CaseExport, text = files.json) =>
  checkExportedCase(text, { publicKey: parsePublicKey(signer.publicKey), pdf: files.pdf });

describe('a whole export', () => {
  it('has no word of the decision log where nobody asked for it', async () => {
    const made = await whole('en', false);
    expect(Object.keys(parsed(made).content)).not.toContain('log');
    expect(made.files.json).not.toMatch(/words \d/u);
    const { pages } = await parsePdf(made.files.pdf);
    expect(pages.flat().join(' ')).not.toMatch(/words \d|Decision log/u);
    expect((await found(made)).map(({ line }) => line)).toContain('This export has no decision log.');
  });

  it.each([
    [
      'en',
      'WHOLE, with the decision log',
      'Decision: A. Handler, 25 November 2026, 10:15',
      'To be done by 25 November 2026.',
    ],
    [
      'cy',
      'CYFAN, gyda’r log penderfyniadau',
      'Penderfyniad: A. Handler, 25 Tachwedd 2026, 10:15',
      'I’w gwneud erbyn 25 Tachwedd 2026.',
    ],
  ] as const)(
    'has it in both files where it was asked for, and says so on every page: %s',
    async (language, head, entry, due) => {
      const made = await whole(language, true);
      const { content, history, attestation } = parsed(made);
      if (content.what !== 'whole' || content.log === undefined) throw new Error('there is no log');
      expect(content.log.entries.map(({ kind, text }) => [kind, text])).toEqual([
        ['decided', 'words 5'],
        ['taskAdded', 'words 6'],
        ['triaged', 'words 8'],
      ]);
      expect(content.log.missing.map(({ sequence }) => sequence)).toEqual([7]);
      expect([attestation.log, history.length]).toEqual([true, 11]);
      expect(made.files.withLog).toBe(true);
      // The reasons around an identity and a source stay where they are.
      expect(made.files.json).not.toMatch(/words (?:9|10)|canary/u);
      const { pages, elements, unmarked } = await parsePdf(made.files.pdf);
      for (const page of pages) expect(page.some((line) => line.startsWith(head))).toBe(true);
      const read = elements.map(({ text }) => text);
      expect(read).toEqual(expect.arrayContaining([`5. ${entry}`, 'words 5', due, 'words 6', 'words 8']));
      expect(read.join(' ')).toMatch(/ 7\./u);
      expect(unmarked).toEqual([]);
      expect((await found(made)).filter(({ result: how }) => how !== 'right')).toEqual([]);
      const line = (await found(made)).find((one) => one.line.startsWith('The decision log'))?.line;
      expect(line).toMatch(/words: 3\. .*did not open: 1 \(7\)\./u);
    },
  );

  it('is found out where a log is added to it or taken from it, whoever signs', async () => {
    const [without, withIt] = [await whole('en', false), await whole('en', true)];
    const [bare, full] = [parsed(without), parsed(withIt)];
    if (bare.content.what !== 'whole' || full.content.what !== 'whole') throw new Error('it is not whole');
    const { log, ...rest } = full.content;
    const added = serialiseExport({ ...bare, content: { ...bare.content, ...(log && { log }) } });
    expect(await found(without, added)).toContainEqual({
      result: 'wrong',
      line: 'The decision log is in the file, but the export was recorded without it.',
    });
    expect(await found(withIt, serialiseExport({ ...full, content: rest }))).toContainEqual({
      result: 'wrong',
      line: 'The decision log is not in the file, but the export was recorded with it.',
    });
    const [first, ...others] = log?.entries ?? [];
    if (log === undefined || first === undefined) throw new Error('there is no entry');
    const dropped = serialiseExport({ ...full, content: { ...rest, log: { ...log, entries: others } } });
    const at = { ...first, at: '2026-11-24T10:00:00.000Z' };
    const moved = serialiseExport({ ...full, content: { ...rest, log: { ...log, entries: [at, ...others] } } });
    for (const text of [dropped, moved]) {
      expect((await found(withIt, text)).map(({ line }) => line)).toContain(
        'The decision log does not match the history: an entry was changed, removed or added.',
      );
    }
  });
});

describe('the line of a referral in a log', () => {
  const referralLog = (language: Language) =>
    createExport(
      (record, events) => {
        const report = createDecryptedReport(record, 'en', 'It happened.');
        const log = tryCreateExportedLog({
          view,
          decryptedReport: report,
          entries: events,
          decryptedUpTo: events.length,
          textsByDigest: opened(events),
        });
        if (!('log' in log)) throw new Error(log.whyNot);
        return { what: 'whole', opened: report, log: log.log };
      },
      {
        language,
        happenings: [{ ...said('referralDecided', 'canary-referral'), detail: { decision: 'doNotRefer' } }],
      },
    );

  it.each([
    ['en', '5. Decision on referral (Not to be referred to the IOPC): A. Handler, 25 November 2026, 10:15'],
    ['cy', '5. Penderfyniad ar gyfeirio (Ni chaiff ei gyfeirio at yr IOPC): A. Handler, 25 Tachwedd 2026, 10:15'],
  ] as const)('names the decision: %s', async (language, line) => {
    const { elements } = await parsePdf((await referralLog(language)).files.pdf);
    // A long line goes on in the next.
    expect(elements.map(({ text }) => text.replaceAll('\n', ' '))).toContain(line);
  });

  it('is found out where it names another than the history, and may name none, as before', async () => {
    const made = await referralLog('en');
    const full = parsed(made);
    if (full.content.what !== 'whole' || full.content.log === undefined) throw new Error('there is no log');
    const { log, ...rest } = full.content;
    const lineWith = async (decision: 'refer' | undefined) => {
      const entries = log.entries.map((entry) => ({ ...entry, decision }));
      const text = serialiseExport({ ...full, content: { ...rest, log: { ...log, entries } } });
      return (await found(made, text)).find((one) => one.line.startsWith('The decision log'))?.result;
    };
    expect([await lineWith('refer'), await lineWith(undefined)]).toEqual(['wrong', 'right']);
  });
});

describe('a log that cannot leave', () => {
  it('waits until what others wrote since is opened, and is no part of a history that is in doubt', async () => {
    await createExport(
      (record, events) => {
        const report = createDecryptedReport(record, 'en', 'It happened.');
        const known = {
          view,
          decryptedReport: report,
          entries: events,
          decryptedUpTo: events.length,
          textsByDigest: opened(events),
        };
        const some = new Map([...known.textsByDigest].slice(0, 2));
        expect(tryCreateExportedLog({ ...known, decryptedUpTo: 4, textsByDigest: some })).toEqual({
          whyNot: 'openAgain',
        });
        expect(tryCreateExportedLog({ ...known, entries: events.slice(2) })).toEqual({ whyNot: 'openAgain' });
        expect(tryCreateExportedLog({ ...known, decryptedReport: { isHistoryWhole: false } })).toEqual({
          whyNot: 'doubtful',
        });
        // What this page wrote itself is known to it.
        expect(tryCreateExportedLog({ ...known, decryptedUpTo: 8 })).toHaveProperty('log');
        return { what: 'whole', opened: report };
      },
      { happenings },
    );
  });
});
