import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { attestExport } from '../../../bot/api/export-signer.ts';
import { caseIdFromBytes } from '../../../core/model/case-id.ts';
import { exportedCaseSchema, isShownEntry } from '../../../core/casework/export-format.ts';
import { requestDigest } from '../../../core/casework/retry-on-conflict.ts';
import {
  appendEvent,
  type EventKind,
  eventKinds,
  isHistoryIntact,
  type NewEvent,
} from '../../../core/model/event-record.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import type { ExportSource } from '../../../tab/exports/export-content.ts';
import { createSignedFiles } from '../../../tab/exports/export-files.ts';
import { now, today } from '../../support/contracts/records.ts';
import { createExport, createDecryptedReport, createSigner, createWorkedCase } from '../../support/tab/case-export.ts';
import { createCaseFile } from '../../support/tab/case-file.ts';
import { parsePdf } from '../../support/tab/parse-pdf.ts';

/** What a sanitised export says of a case's history, and nothing else. */
const shownKinds = [
  'received',
  'viewed',
  'consulted',
  'acknowledged',
  'triaged',
  'assigned',
  'noted',
  'referralDecided',
  'sanitised',
  'sanitisedSigned',
  'reviewSet',
  'doubted',
  'exported',
] as const satisfies readonly EventKind[];
/** A doubt that sets nothing aside. */
const asDoubted = (event: NewEvent): NewEvent =>
  event.kind === 'doubted' ? { ...event, detail: { confirmed: 1 } } : event;
const withheldKinds = eventKinds.filter((kind) => !shownKinds.some((shown) => shown === kind));
const other = caseIdFromBytes(new Uint8Array(8).fill(9));

/** An event of a kind with something in every field, all of which can be found again in a text. */
const anEvent = (kind: EventKind): NewEvent => ({
  kind,
  by: { objectId: toPersonId(`by-${kind}-canary`) },
  at: `at-${kind}-canary`,
  request: `request-${kind}-canary`,
  detail: {
    from: 'awaitingReporter',
    to: 'reopened',
    person: toPersonId(`person-${kind}-canary`),
    stopped: true,
    of: `of-${kind}-canary`,
  },
  message: { id: `message-${kind}-canary`, number: 1, sealed: btoa(`message ${kind}`) },
  note: { for: 'custodians', sealed: btoa(`note ${kind}`) },
  link: { other, salt: `salt-${kind}-canary` },
});

describe('a sanitised export', () => {
  it('holds the text that was signed off and the case, and nothing of how it was reported', async () => {
    const { files } = await createExport(() => ({ what: 'sanitised', text: 'A text that names nobody.' }));
    const { content, attestation } = exportedCaseSchema.parse(JSON.parse(files.json));
    expect(content).toMatchObject({ what: 'sanitised', text: 'A text that names nobody.', status: 'triaged' });
    expect(Object.keys(content)).not.toEqual(expect.arrayContaining(['mode', 'report']));
    expect(attestation).toMatchObject({
      what: 'sanitised',
      place: 'caseSystem',
      by: toPersonId('a-handler'),
      exportedOn: '2026-11-25',
    });
  });

  it('says neither that somebody waits for whoever reported nor when they were last written to', async () => {
    const { files } = await createExport(() => ({ what: 'sanitised', text: 'A text.' }), {
      differences: { status: 'awaitingReporter', updatedOn: today },
    });
    const { content } = exportedCaseSchema.parse(JSON.parse(files.json));
    expect(content.status).toBe('inProgress');
    expect(files.json).not.toMatch(/awaitingReporter|updatedOn|"update"/u);
    expect(
      exportedCaseSchema.safeParse(JSON.parse(files.json.replace('"inProgress"', '"awaitingReporter"'))).success,
    ).toBe(false);
    const { pages } = await parsePdf(files.pdf);
    expect(pages.flat().join(' ')).not.toMatch(/reporter/iu);
  });

  it('says that entries of its history are left out', async () => {
    const { files } = await createExport(() => ({ what: 'sanitised', text: 'A text.' }));
    const { pages } = await parsePdf(files.pdf);
    expect(pages.flat().join(' ')).toContain(
      'leaves out entries of the history, so that they do not show who reported',
    );
  });

  it('does not say that a message was set aside: somebody would be known to have waited for one', async () => {
    const { files } = await createExport(() => ({ what: 'sanitised', text: 'A text.' }), {
      happenings: [anEvent('doubted')],
    });
    expect(files.json).not.toContain('"doubted"');
  });

  it('shows an event whole, or nothing but its place in the history', async () => {
    const { files } = await createExport(() => ({ what: 'sanitised', text: 'A text.' }), {
      happenings: eventKinds.map(anEvent).map(asDoubted),
    });
    const { history } = exportedCaseSchema.parse(JSON.parse(files.json));
    const entries = history.slice(-1 - eventKinds.length, -1);
    for (const [place, kind] of eventKinds.entries()) {
      const entry = entries[place] ?? {};
      if (!withheldKinds.includes(kind)) expect(entry).toMatchObject({ kind, at: `at-${kind}-canary` });
      else expect(Object.keys(entry).sort()).toEqual(['hash', 'previous', 'sequence', 'withheld']);
    }
  });

  it('holds neither the name of a withheld kind nor anything that such an event says', () => {
    const signer = createSigner();
    const last = {
      kind: 'exported',
      by: { objectId: toPersonId('a-handler') },
      at: now.toISOString(),
      request: requestDigest('this'),
    } as const;
    const digest = 'a'.repeat(43);
    const detail = { what: 'sanitised', place: 'iopc', json: digest, pdf: digest } as const;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...withheldKinds), { minLength: 1, maxLength: 8 }), (kinds) => {
        const { events, record } = createWorkedCase({ happenings: kinds.map(anEvent) });
        const { event } = appendEvent(record, { ...last, detail });
        const sent = { request: 'this', by: toPersonId('a-handler') };
        const handedOut = JSON.stringify(attestExport(signer, [...events, event], sent, 'Europe/London'));
        expect(handedOut).not.toMatch(/canary|awaitingReporter|reopened|custodians/u);
        expect(handedOut).not.toContain(other);
        for (const kind of withheldKinds) expect(handedOut).not.toContain(`"${kind}"`);
        for (const { message, note, link } of events.slice(-kinds.length)) {
          for (const digested of [message, note, link]) expect(handedOut).not.toContain(digested?.digest);
        }
      }),
    );
  });
});

describe('a whole export', () => {
  const whole = () =>
    createExport((record) => ({ what: 'whole', opened: createDecryptedReport(record, 'cy', 'Gwelais ŵ ac ŷ.') }));

  it('holds the report with labels in its own language, the messages, and no name', async () => {
    const { files } = await whole();
    const { content } = exportedCaseSchema.parse(JSON.parse(files.json));
    if (content.what !== 'whole') throw new Error('it is not whole');
    expect(content.language).toBe('en');
    expect(content.report).toMatchObject({ language: 'cy', mode: 'named', leftOut: 0 });
    const what = content.report.answers.find(({ question }) => question === 'what');
    expect(what?.answer).toBe('Gwelais ŵ ac ŷ.');
    expect(what?.label).not.toBe('');
    // What somebody told stands apart from what the reporter saw, each under its own question.
    const told = content.report.answers.filter(({ question }) => ['theirWords', 'observed'].includes(question));
    expect(told.map(({ answer }) => answer)).toEqual(['Gwelais ŵ ac ŷ. (dywedodd)', 'Gwelais ŵ ac ŷ. (gwelais)']);
    const terms = content.report.answers.filter(({ question }) => ['theyAgree', 'passedOn'].includes(question));
    expect(terms.map(({ answer }) => answer)).toEqual(['Ydy, ond nid yw’n cytuno', 'Nac ydy, ddim eto']);
    expect(content.report.answers.map(({ label }) => label).join(' ')).not.toContain('What happened');
    expect(content.report.thread.map(({ direction, text }) => [direction, text])).toEqual([
      ['toReporter', 'When was it?'],
      ['fromReporter', ''],
    ]);
    expect(files.json).not.toContain('Whoever reported');
    expect(files.json).not.toContain('the-reporter');
  });

  it('names its files with what their seals say of them, and says that they are not in it', async () => {
    const report = createCaseFile({ name: 'what I saw\u202E.jpg', type: 'image/jpeg', bytes: 2_345_678 });
    const later = createCaseFile({
      id: 'b2'.repeat(16),
      name: 'letter.pdf',
      type: 'application/pdf',
      isOriginal: true,
    });
    const { files } = await createExport((record) => {
      const opened = createDecryptedReport(record, 'en', 'A text.');
      const thread = opened.thread.map((entry, at) =>
        at === 1 ? { ...entry, message: { ...entry.message, files: [later] } } : entry,
      );
      return { what: 'whole', opened: { ...opened, report: { ...opened.report, files: [report] }, thread } };
    });
    const { content } = exportedCaseSchema.parse(JSON.parse(files.json));
    if (content.what !== 'whole') throw new Error('it is not whole');
    const { id: _one, ...first } = report;
    const { id: _other, ...second } = later;
    expect(content.report.files).toEqual([first]);
    expect(content.report.thread.map((entry) => entry.files)).toEqual([undefined, [second]]);
    const { pages } = await parsePdf(files.pdf);
    const text = pages.flat().join(' ');
    expect(text).toContain('They are not in this export');
    expect(text).toContain('Picture, 2.3 MB, a clean copy');
    expect(text).toContain('the original');
    expect(text).toContain('letter.pdf');
    // What turns the rest of a line round is not written into a document.
    expect(text).not.toContain('\u202E');
  });

  it('names the files that handlers added apart from the report’s, on paper as well, and has no list where none are', async () => {
    const added = [
      { at: now.toISOString(), files: [createCaseFile({ name: 'from a colleague.txt', isOriginal: true })] },
    ];
    const left = async (more: Partial<Extract<ExportSource, { what: 'whole' }>>) => {
      const { files } = await createExport((record) => ({
        what: 'whole',
        opened: createDecryptedReport(record, 'en', 'A text.'),
        ...more,
      }));
      const { content } = exportedCaseSchema.parse(JSON.parse(files.json));
      const { pages } = await parsePdf(files.pdf);
      return { content, text: pages.flat().join(' ') };
    };
    const { content, text } = await left({ added });
    const named = added.map(({ at, files }) => ({ at, files: files.map(({ id: _id, ...file }) => file) }));
    expect(content).toMatchObject({ added: named });
    expect(content).toMatchObject({ report: expect.not.objectContaining({ files: expect.anything() }) });
    expect(text).toContain('from a colleague.txt');
    const digest = Buffer.from(added[0]?.files[0]?.digest ?? '', 'base64url').toString('hex');
    expect(text).toContain(digest.slice(0, 20));
    expect(text).toContain('With the case since');
    const bare = await left({ added: [] });
    expect(bare.content).not.toHaveProperty('added');
    expect(bare.text).not.toContain('They are not in this export');
  });

  it('holds the history with the export in it, without a seal', async () => {
    const { files, made } = await whole();
    const { history, attestation } = exportedCaseSchema.parse(JSON.parse(files.json));
    const shown = history.filter(isShownEntry);
    expect(shown).toHaveLength(history.length);
    expect(isHistoryIntact(attestation.caseId, attestation.chain, shown)).toBe(true);
    expect(shown.at(-1)?.detail).toMatchObject(made.digests);
    expect(files.json).not.toContain('"sealed"');
  });

  it('says of the case and its history what a sanitised one withholds', async () => {
    const { files } = await createExport(
      (record) => ({ what: 'whole', opened: createDecryptedReport(record, 'en', 'A text.') }),
      {
        differences: { status: 'awaitingReporter', updatedOn: today },
        happenings: withheldKinds.map(anEvent),
      },
    );
    const { content, history } = exportedCaseSchema.parse(JSON.parse(files.json));
    expect(content).toMatchObject({ status: 'awaitingReporter', days: { updatedOn: today } });
    expect(content.clocks.map(({ clock }) => clock)).toContain('update');
    const kinds = history.flatMap((entry) => (isShownEntry(entry) ? [entry.kind] : []));
    expect(kinds).toEqual(expect.arrayContaining([...withheldKinds]));
    const { pages } = await parsePdf(files.pdf);
    expect(pages.flat().join(' ')).not.toContain('leaves out');
  });
});

describe('files that the server did not sign', () => {
  it('are not handed out as if it had', async () => {
    const [one, other] = [
      await createExport(() => ({ what: 'sanitised', text: 'One.' })),
      await createExport(() => ({ what: 'sanitised', text: 'Another.' })),
    ];
    const { attestation, signature, publicKey, history } = exportedCaseSchema.parse(JSON.parse(one.files.json));
    expect(createSignedFiles([other.made], { attestation, signature, publicKey, history })).toBeUndefined();
    const found = createSignedFiles([other.made, one.made], { attestation, signature, publicKey, history });
    expect(found?.json).toBe(one.files.json);
    expect(found?.fingerprint).toBe(one.signer.fingerprint);
  });
});
