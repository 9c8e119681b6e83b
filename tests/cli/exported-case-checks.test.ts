import { beforeAll, describe, expect, it } from '@jest/globals';
import { checkExportedCase, parsePublicKey } from '../../cli/exported-case-checks.ts';
import {
  exportedHistoryDigest,
  type ExportedCase,
  exportedCaseSchema,
  type ExportedEntry,
  serialiseExport,
  isShownEntry,
} from '../../core/casework/export-format.ts';
import { emptyChain, type EventKind, eventKinds, nextEvent } from '../../core/model/event-record.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { now } from '../support/contracts/records.ts';
import {
  createExport,
  createDecryptedReport,
  createSigner,
  type CaseExport,
  createSignOff,
} from '../support/tab/case-export.ts';

const signer = createSigner();
const parsed = ({ files }: CaseExport): ExportedCase => exportedCaseSchema.parse(JSON.parse(files.json));
let whole: ExportedCase;
let sanitised: ExportedCase;
beforeAll(async () => {
  const happenings = [
    { kind: 'identityOpened', by: { objectId: toPersonId('a-custodian') }, at: now.toISOString() },
    { kind: 'noted', by: { objectId: toPersonId('a-handler') }, at: now.toISOString() },
  ] as const;
  const opened = await createExport(
    (record) => ({ what: 'whole', opened: createDecryptedReport(record, 'en', 'It happened.') }),
    {
      signer,
      happenings,
    },
  );
  whole = parsed(opened);
  sanitised = parsed(await createExport(() => ({ what: 'sanitised', text: 'It happened.' }), { signer, happenings }));
});

const wrongIn = async (text: string): Promise<readonly string[]> => {
  const checks = await checkExportedCase(text, { publicKey: parsePublicKey(signer.publicKey) });
  return checks.flatMap(({ result: found, line }) => (found === 'wrong' ? [line] : []));
};
const notTheOne = 'The history is not the one that was exported: an entry was changed, removed, added or withheld.';

/** The same export with another history, signed again by the same key: what a server with a fault would hand out. */
function signedAgain(honest: ExportedCase, history: readonly ExportedEntry[]): string {
  const attestation = { ...honest.attestation, history: exportedHistoryDigest(history) };
  return serialiseExport({ ...honest, history, attestation, signature: signer.sign(attestation) });
}

/** A history with an entry in the place of another one. */
const withEntry = ({ history }: ExportedCase, place: number, put: ExportedEntry): readonly ExportedEntry[] =>
  history.map((entry, at) => (at === place ? put : entry));

const withheld = ({ sequence, previous, hash }: ExportedEntry): ExportedEntry => ({
  withheld: true,
  sequence,
  previous,
  hash,
});

describe('the history of an exported file', () => {
  it('has no withheld entry where the whole case left', async () => {
    for (const [place, entry] of whole.history.slice(0, -1).entries()) {
      if (place === 0) continue;
      expect(await wrongIn(signedAgain(whole, withEntry(whole, place, withheld(entry))))).toEqual([
        'The history withholds entries: 1. A whole export withholds none.',
      ]);
    }
  });

  it('ends with the export, which is never withheld', async () => {
    for (const honest of [whole, sanitised]) {
      const history = honest.history.map((entry, place, { length }) =>
        place === length - 1 ? withheld(entry) : entry,
      );
      expect(await wrongIn(signedAgain(honest, history))).toContain(
        'The history does not end with the export, with these digests.',
      );
    }
  });

  it('is wrong where a withheld entry does not fit its neighbours', async () => {
    const other = 'a'.repeat(43);
    const entries = [...sanitised.history.entries()].filter(([, entry]) => !isShownEntry(entry));
    expect(entries).toHaveLength(2);
    for (const [place, entry] of entries) {
      for (const odd of [{ previous: other }, { hash: other }, { sequence: entry.sequence + 1 }]) {
        const history = withEntry(sanitised, place, { ...withheld(entry), ...odd });
        expect(await wrongIn(signedAgain(sanitised, history))).toEqual([notTheOne]);
      }
    }
  });

  it('is wrong where more is withheld than the server withheld', async () => {
    for (const honest of [whole, sanitised]) {
      for (const [place, entry] of honest.history.entries()) {
        if (place === 0 || !isShownEntry(entry)) continue;
        const text = serialiseExport({ ...honest, history: withEntry(honest, place, withheld(entry)) });
        expect(await wrongIn(text)).toContain(notTheOne);
      }
    }
  });

  it('shows in a sanitised export no kind that may tell of the source', async () => {
    // Repeats each `false` of the table in export-format.ts on purpose: a slip in one shows.
    const telling: readonly EventKind[] = [
      'messageFromReporter',
      'messageToReporter',
      'messagesStopped',
      'updateConfirmed',
      'detrimentNotAsked',
      'identityAsked',
      'identityWithdrawn',
      'identityConsidered',
      'identityAgreed',
      'identityRefused',
      'identityOpened',
      'identityShared',
      'linked',
      'conflictDeclared',
      'excluded',
      'readmitted',
      'overseen',
      'supervised',
      'movedToReserve',
      'moved',
      'closed',
      'reopened',
      'erasureAsked',
      'erasureRefused',
      'erased',
      'decided',
      'reasoned',
      'contacted',
      'taskAdded',
      'taskDone',
      'subjectsKept',
      'titled',
      'notSame',
      'notSameRevised',
      'samePerson',
      'parted',
      'grouped',
      'fileOpened',
      'fileExported',
      'printed',
      'fileMarked',
      'filesAdded',
      'safetyRecorded',
      'dutyRecorded',
      'urgencyRaised',
      'loweringAsked',
      'urgencyLowered',
    ];
    const line = 'The history shows an entry that a sanitised export withholds.';
    const { caseId } = sanitised.attestation;
    for (const kind of eventKinds) {
      const event = nextEvent(caseId, emptyChain, { kind, by: 'system', at: now.toISOString() });
      const wrong = await wrongIn(signedAgain(sanitised, withEntry(sanitised, 0, event)));
      expect({ kind, isWithheld: wrong.includes(line) }).toEqual({ kind, isWithheld: telling.includes(kind) });
    }
  });

  it('says who signed off the last text: nobody if the writer did, or if it was written anew since', async () => {
    const by = { objectId: toPersonId('a-handler') };
    const at = now.toISOString();
    const seal = 'YW5ldw==';
    const anew = { kind: 'sanitised', by, at, note: { for: 'handlers', sealed: seal } } as const;
    for (const happenings of [[anew], [anew, createSignOff(seal, by.objectId)], [anew, createSignOff('b3RoZXI=')]]) {
      const text = 'It happened.';
      const { files } = await createExport(() => ({ what: 'sanitised', text }), { signer, happenings });
      expect(await wrongIn(files.json)).toEqual([
        'The history does not say that a second person signed off the last text.',
      ]);
    }
    const signedAnew = { signer, happenings: [anew, createSignOff(seal)] };
    const { files } = await createExport(() => ({ what: 'sanitised', text: 'It happened.' }), signedAnew);
    expect(await wrongIn(files.json)).toEqual(['The text that was exported is not the one that was signed off.']);
  });

  it('holds no seal, and nothing beside the place of a withheld entry', async () => {
    const put = (isShown: boolean, odd: object): string =>
      JSON.stringify({
        ...sanitised,
        history: sanitised.history.map((entry) => (isShownEntry(entry) === isShown ? { ...entry, ...odd } : entry)),
      });
    const note = { for: 'handlers', digest: 'a', sealed: 'c2VhbGVk' };
    for (const text of [put(false, { kind: 'identityOpened' }), put(true, { note }), put(true, { odd: 1 })]) {
      expect(await wrongIn(text)).toEqual(['The file is not an exported case.']);
    }
  });
});
