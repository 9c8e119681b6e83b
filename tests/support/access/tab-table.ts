import { createHash } from 'node:crypto';
import type { Audience } from '../../../core/model/permissions.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { addDays, toDay } from '../../../core/model/calendar.ts';
import { digestOfLink, type NewEvent } from '../../../core/model/event-record.ts';
import { digestOfSeal } from '../../../core/model/digests.ts';
import { type CaseId, parseCaseId } from '../../../core/model/case-id.ts';
import { toPersonId, type Role } from '../../../core/model/roles.ts';
import type { KeyGroup } from '../../../core/model/public-keys.ts';
import type { Operation, OperationRequest } from '../../../contract/operations.ts';
import { createContentWords } from '../core/content.ts';
import { campaignRows } from './campaign-table.ts';
import { partnerRows } from './partner-table.ts';
import {
  findRequest,
  fileDropRequest,
  filePartsRequest,
  saveDraftRequest,
  addRequest,
  filePartRequest,
  sealedFile,
  submitRequest,
} from './report-bodies.ts';
import { type RequestBody, newRequestId, type TabClient } from '../journeys/tab-client.ts';
import { newCaseId } from '../contracts/records.ts';
import { createSealText } from '../seals/create-seal.ts';
import { createSealedCard, createSealedTitle } from '../subjects/sealed-cards.ts';
import { developmentPeople } from '../../../development/development-tenant.ts';
import { idByRole } from './role-ids.ts';

/** What a request is made of. */
export interface RequestContext {
  readonly caseId: string;
  /** Another case that the same people handle. */
  readonly other: string;
  readonly revision: number;
  readonly today: Date;
  /** Who asks, and a line that can be sealed to. */
  readonly objectId: string;
  readonly role: Role | undefined;
  readonly recipient: string;
  /** What a link to the case points to it by; without one it points to nothing. */
  readonly pointer?: string;
  /** The key that the cards of such cases are sealed under. */
  readonly generation: string;
}

export interface TabRow<Name extends Operation> {
  readonly may: readonly Role[] | 'everybody';
  /** How the case stands on which it is allowed, beside another one. */
  readonly standing?: Partial<CaseRecord> | ((other: CaseId) => Partial<CaseRecord>);
  /** What somebody else did before. */
  readonly earlier?: NewEvent | ((other: CaseId) => readonly NewEvent[]);
  /** The role that this other person has to hold, for that of who asks now. */
  readonly earlierRole?: (role: Role | undefined) => Role | undefined;
  /** What the same person does before. */
  readonly before?: (tab: TabClient, asked: RequestContext) => Promise<unknown>;
  readonly body: (asked: RequestContext) => RequestBody<Name>;
}

export const standingOf = ({ standing }: Pick<TabRow<Operation>, 'standing'>, other: CaseId): Partial<CaseRecord> =>
  typeof standing === 'function' ? standing(other) : (standing ?? {});
export const earlierOf = ({ earlier }: Pick<TabRow<Operation>, 'earlier'>, other: CaseId): readonly NewEvent[] =>
  typeof earlier === 'function' ? earlier(other) : earlier === undefined ? [] : [earlier];

/** Somebody else, who wrote or asked first: only who holds a role has agreed to anything. */
export const anotherPerson = toPersonId('88888888-8888-4888-8888-888888888888');
const sealed = createSealText('sealed in the page');
const words = { for: 'handlers', sealed } as const;
/** Why somebody is shut out, or let in again. */
const why = { for: 'oversight', sealed } as const;
/** Whom another shut out. */
const somebody = toPersonId('77777777-7777-4777-8777-777777777777');
const toldOn = toDay(new Date(0), 'Europe/London');
/** A closed case whose reporter is to be asked whether they were treated worse. */
const askedNow: Partial<CaseRecord> = {
  status: 'closed',
  closedOn: toldOn,
  mode: 'named',
  detrimentCheck: { months: 1, dueOn: toldOn },
};
const earlier: NewEvent = {
  kind: 'excluded',
  by: { objectId: anotherPerson },
  at: new Date(0).toISOString(),
  detail: { person: somebody, told: true },
  note: why,
};
/** A request for a sealed identity of somebody else, and the entry that it left. */
const forCustodians = { for: 'custodians', sealed } as const;
const kept: Partial<CaseRecord> = { mode: 'confidential', sealedIdentity: sealed };
const requested: Partial<CaseRecord> = {
  ...kept,
  identityAsked: { by: anotherPerson, on: toldOn, reason: digestOfSeal(sealed) },
};
const requesting: NewEvent = {
  kind: 'identityAsked',
  by: { objectId: anotherPerson },
  at: new Date(0).toISOString(),
  note: forCustodians,
};
/** A card that somebody else asked to be withdrawn. */
const wrongCard = { ...createSealedCard(1, '0123456789abcdef'), by: anotherPerson };
/** The other case of each request has it as well. */
export const withCard: Partial<CaseRecord> = { subjectCard: wrongCard };
const withdrawing: Partial<CaseRecord> = {
  subjectCard: wrongCard,
  cardWithdrawal: { of: digestOfSeal(wrongCard.sealed), by: anotherPerson, on: toldOn, sequence: 2 },
};
const doubting: NewEvent = {
  kind: 'doubted',
  by: { objectId: anotherPerson },
  at: new Date(0).toISOString(),
  detail: { of: digestOfSeal(wrongCard.sealed), version: 1, withdrawal: 'asked' },
  note: words,
};
const onCard = { of: digestOfSeal(wrongCard.sealed), position: 0 };
/** Somebody else confirmed that people on both cards are one. */
const confirming = (other: CaseId): NewEvent => ({
  kind: 'samePerson',
  by: { objectId: anotherPerson },
  at: new Date(0).toISOString(),
  detail: { ...onCard, ofOther: onCard.of, positionOther: 0 },
  link: { other, salt: 'salt' },
});
/** And asked to part them. */
export const partingDigest = (other: string): string =>
  digestOfLink({ other: parseCaseId(other) ?? newCaseId(), salt: 'salt' });
/** A case with a file of two parts. */
const withFile = { files: [{ id: 'f'.repeat(32), bytes: 524_288 }] } as const;
const digest = createHash('sha256').update('a file').digest('base64url');
const text = digestOfSeal(sealed);

/** Of a month in which no other case closed, and of one in which no sample was drawn. */
const sampledDay = toDay(new Date('2025-03-10T12:00:00Z'), 'Europe/London');
const sampledMonth = '2025-01';

const handling = ['handler', 'reserve'] as const;
const withKeys = ['handler', 'reserve', 'custodian'] as const;
const entry = ({ caseId }: RequestContext) => ({ caseId, request: newRequestId() });
const change = (asked: RequestContext) => ({ ...entry(asked), revision: asked.revision });
/** A change of a topic, which hangs on no case: what becomes of it is tried in tests/bot/api/content.test.ts. */
const ofContent = () => ({ topic: 'gifts', revision: 0, request: newRequestId() });
const groupOf = (role: Role | undefined): KeyGroup =>
  role === 'reserve' ? 'reserve' : role === 'custodian' ? 'custodians' : 'acu';

const audienceOf = (role: Role | undefined): Audience =>
  role === 'reserve' ? 'reserve' : role === 'summaryAcu' ? 'acu' : 'wider';

/** The one part of a handler's file. */
const partToAdd = (caseId: string): OperationRequest<'case.filePart'> => ({
  caseId,
  ...sealedFile.kept,
  part: 0,
  data: Buffer.from(sealedFile.sealed).toString('base64'),
});

/**
 * Every operation of the tab's API: who may, and on what. Everybody else is refused. The roles are said here once more on
 * purpose; what an operation leaves stands in its definition.
 */
export const tabRows: { readonly [Name in Operation]: TabRow<Name> } = {
  me: { may: 'everybody', body: () => ({}) },
  'unit.overview': { may: ['supervisor'], body: () => ({}) },
  'unit.sample': { may: ['supervisor'], body: () => ({ month: sampledMonth }) },
  'unit.drawSample': { may: ['supervisor'], body: () => ({ month: sampledMonth }) },
  'unit.superviseCase': {
    may: ['supervisor'],
    standing: { status: 'closed', closedOn: sampledDay },
    before: (tab) => tab.call('unit.drawSample', { month: sampledDay.slice(0, 7) }),
    body: ({ caseId }) => ({ month: sampledDay.slice(0, 7), caseId }),
  },
  'cases.list': { may: handling, body: () => ({ filter: { status: 'open' } }) },
  'cases.changes': {
    may: handling,
    body: ({ caseId }) => ({ case: { caseId, sequence: 1 }, list: { filter: { status: 'open' } } }),
  },
  'cases.counts': { may: handling, body: () => ({}) },
  'cases.myTasks': { may: handling, body: () => ({}) },
  'cases.find': { may: handling, body: ({ caseId }) => ({ text: caseId }) },
  'cases.followLink': { may: handling, body: ({ pointer = 'nothing' }) => ({ pointer }) },
  'bulk.people': { may: handling, body: () => ({}) },
  'bulk.casesWith': { may: handling, body: ({ objectId }) => ({ person: objectId }) },
  'bulk.acknowledge': { may: handling, body: ({ caseId }) => ({ cases: [caseId] }) },
  'bulk.give': {
    may: handling,
    body: (asked) => ({ cases: [entry(asked)], to: asked.objectId }),
  },
  'summaries.read': {
    may: ['summaryAcu', 'reserve', 'summaryWider', 'admin'],
    body: ({ role }) => ({ audience: audienceOf(role), language: 'cy' }),
  },
  'summaries.file': {
    may: ['summaryAcu', 'reserve', 'summaryWider', 'admin'],
    body: ({ role }) => ({ audience: audienceOf(role), language: 'cy', format: 'csv' }),
  },
  ...partnerRows,
  'content.list': { may: ['communications', 'admin'], body: () => ({}) },
  'content.read': { may: ['communications', 'admin'], body: () => ({ topic: 'what' }) },
  'content.check': {
    may: ['communications', 'admin'],
    body: () => ({ topic: 'gifts', words: createContentWords(), links: true }),
  },
  'content.print': {
    may: ['communications', 'admin'],
    body: () => ({ topic: 'gifts', words: createContentWords(), language: 'cy', form: 'sheet' }),
  },
  'content.save': {
    may: ['communications'],
    body: () => ({ ...ofContent(), words: createContentWords() }),
  },
  'content.submit': { may: ['communications'], body: () => ({ ...ofContent(), digest: text }) },
  'content.approve': {
    may: ['communications', 'admin'],
    body: () => ({ ...ofContent(), digest: text }),
  },
  'content.sendBack': {
    may: ['communications', 'admin'],
    body: () => ({ ...ofContent(), reason: 'The number is wrong.' }),
  },
  'content.withdraw': {
    may: ['communications', 'admin'],
    body: () => ({ ...ofContent(), reason: 'The number is wrong.' }),
  },
  ...campaignRows,
  'line.mine': { may: withKeys, body: () => ({}) },
  'line.choose': { may: withKeys, body: () => ({ choice: 'off' }) },
  'subjects.cards': { may: handling, body: () => ({}) },
  'cases.titles': { may: handling, body: ({ caseId }) => ({ cases: [caseId] }) },
  'case.view': { may: handling, body: ({ caseId }) => ({ caseId }) },
  'case.viewEarlier': { may: handling, body: ({ caseId }) => ({ caseId, before: 2 }) },
  'case.challenge': { may: handling, body: ({ caseId }) => ({ caseId }) },
  'case.consult': { may: handling, body: ({ caseId }) => ({ caseId }) },
  'case.consultFurther': {
    may: handling,
    before: (tab, { caseId }) => tab.call('case.consult', { caseId }),
    // The first entry is the report's, the second their opening.
    body: ({ caseId }) => ({ caseId, opening: 2, after: 1 }),
  },
  'case.openFile': {
    may: handling,
    standing: withFile,
    body: ({ caseId }) => ({ caseId, id: withFile.files[0].id }),
  },
  'case.openFilePart': {
    may: handling,
    standing: withFile,
    before: (tab, { caseId }) => tab.call('case.openFile', { caseId, id: withFile.files[0].id }),
    body: ({ caseId }) => ({ caseId, id: withFile.files[0].id, opening: 2, part: 1 }),
  },
  'case.fileParts': {
    may: handling,
    body: ({ caseId }) => ({ caseId, ...sealedFile.kept }),
  },
  'case.filePart': {
    may: handling,
    body: ({ caseId }) => partToAdd(caseId),
  },
  'case.fileDrop': {
    may: handling,
    body: ({ caseId }) => ({ caseId, id: sealedFile.kept.id }),
  },
  'case.addFiles': {
    may: handling,
    before: (tab, { caseId }) => tab.call('case.filePart', partToAdd(caseId)),
    body: (asked) => ({ ...entry(asked), files: [sealedFile.kept], words }),
  },
  'case.markFile': {
    may: handling,
    standing: withFile,
    body: (asked) => ({ ...entry(asked), id: withFile.files[0].id }),
  },
  'case.exportFile': {
    may: handling,
    standing: withFile,
    before: (tab, asked) => tab.call('case.assign', { ...change(asked), to: asked.objectId }),
    body: (asked) => ({
      ...entry(asked),
      revision: asked.revision + 1,
      id: withFile.files[0].id,
      place: 'scanner',
      leftAs: digest,
      openableBy: ['a'.repeat(32)],
      words,
    }),
  },
  'case.acknowledge': { may: handling, body: entry },
  'case.triage': {
    may: handling,
    standing: { status: 'acknowledged' },
    body: (asked) => ({
      ...change(asked),
      category: 'sexualMisconduct',
      grading: { source: '2', assessment: 'A', handling: 'P' },
      flags: [],
      regime: 'lawEnforcement',
      words,
    }),
  },
  'case.move': {
    may: handling,
    standing: { status: 'triaged' },
    body: (asked) => ({ ...change(asked), to: 'inProgress' }),
  },
  'case.close': {
    may: handling,
    standing: { status: 'inProgress' },
    before: (tab, { caseId }) => tab.call('case.consult', { caseId }),
    body: (asked) => ({ ...change(asked), outcome: 'adviceOrLearning', answer: 'acted', words }),
  },
  'case.agreeClosing': {
    may: handling,
    standing: { status: 'inProgress', urgency: 'urgent' },
    before: (tab, { caseId }) => tab.call('case.consult', { caseId }),
    body: (asked) => ({ ...change(asked), outcome: 'adviceOrLearning', words }),
  },
  'case.assign': {
    may: handling,
    body: (asked) => ({ ...change(asked), to: asked.objectId.toUpperCase() }),
  },
  'case.note': { may: handling, body: (asked) => ({ ...entry(asked), words }) },
  'case.logEntry': {
    may: handling,
    body: (asked) => ({ ...entry(asked), as: 'decision', words }),
  },
  'case.addTask': {
    may: handling,
    body: (asked) => ({ ...entry(asked), dueOn: toDay(asked.today, 'Europe/London'), words }),
  },
  'case.finishTask': {
    may: handling,
    standing: { tasks: [{ id: text, dueOn: toldOn }] },
    body: (asked) => ({ ...entry(asked), task: text }),
  },
  'case.decideReferral': {
    may: handling,
    body: (asked) => ({ ...change(asked), decision: 'refer', words }),
  },
  'case.printReport': {
    may: handling,
    before: (tab, { caseId }) => tab.call('case.consult', { caseId }),
    body: (asked) => entry(asked),
  },
  'case.recordSafety': {
    may: handling,
    before: (tab, { caseId }) => tab.call('case.consult', { caseId }),
    body: (asked) => ({ ...entry(asked), danger: 'later', words }),
  },
  'case.recordDuty': {
    may: handling,
    body: (asked) => ({ ...entry(asked), duty: 'crime', isRecorded: true, words }),
  },
  'case.raiseUrgency': { may: handling, body: (asked) => ({ ...entry(asked), words }) },
  'case.askLowering': {
    may: handling,
    standing: { status: 'inProgress', urgency: 'urgent' },
    before: (tab, { caseId }) => tab.call('case.consult', { caseId }),
    body: (asked) => ({ ...change(asked), words }),
  },
  'case.lowerUrgency': {
    may: handling,
    standing: {
      status: 'inProgress',
      urgency: 'urgent',
      lowering: { by: anotherPerson, on: toldOn, sequence: 2 },
    },
    earlier: { kind: 'loweringAsked', by: { objectId: anotherPerson }, at: new Date(0).toISOString(), note: words },
    earlierRole: (role) => role,
    before: (tab, { caseId }) => tab.call('case.consult', { caseId }),
    body: (asked) => ({ ...change(asked), words }),
  },
  'oversight.agreeLowering': {
    may: ['reserve'],
    standing: {
      handledBy: 'acu',
      status: 'inProgress',
      urgency: 'urgent',
      oversight: { toldOn },
      lowering: { by: anotherPerson, on: toldOn, sequence: 2 },
    },
    earlier: {
      kind: 'loweringAsked',
      by: { objectId: anotherPerson },
      at: new Date(0).toISOString(),
      detail: { told: true },
      note: why,
    },
    earlierRole: () => 'handler',
    body: (asked) => ({ ...entry(asked), words: why }),
  },
  'case.sanitise': { may: handling, body: (asked) => ({ ...change(asked), words }) },
  'case.signSanitised': {
    may: handling,
    standing: { sanitised: { digest: text, by: anotherPerson } },
    before: (tab, { caseId }) => tab.call('case.consult', { caseId }),
    body: (asked) => ({ ...change(asked), of: text, confirmed: 2 }),
  },
  'case.declareConflict': { may: handling, body: entry },
  'case.excludePerson': {
    may: handling,
    body: (asked) => ({ ...entry(asked), person: anotherPerson, words: why }),
  },
  'case.readmitPerson': {
    may: handling,
    standing: { excluded: [somebody] },
    earlier,
    body: (asked) => ({ ...entry(asked), person: somebody, words: why }),
  },
  'oversight.list': { may: ['reserve'], body: () => ({}) },
  'oversight.overseeCase': {
    may: ['reserve'],
    standing: { handledBy: 'acu', excluded: [somebody], oversight: { toldOn } },
    earlier,
    body: ({ caseId }) => ({ caseId }),
  },
  'oversight.readmitPerson': {
    may: ['reserve'],
    standing: { handledBy: 'acu', excluded: [somebody], oversight: { toldOn } },
    earlier,
    body: (asked) => ({ ...entry(asked), person: somebody, words: why }),
  },
  'oversight.takeOver': {
    may: ['reserve'],
    // All on the unit's list, in each of the tests.
    standing: {
      handledBy: 'acu',
      excluded: [
        toPersonId(idByRole.handler),
        anotherPerson,
        developmentPeople.handler,
        developmentPeople.secondHandler,
      ],
      oversight: { toldOn },
    },
    body: (asked) => ({ ...entry(asked), words: why }),
  },
  'oversight.agreeClosing': {
    may: ['reserve'],
    standing: {
      handledBy: 'acu',
      status: 'inProgress',
      urgency: 'urgent',
      oversight: { toldOn },
      closing: { by: anotherPerson, on: toldOn, outcome: 'adviceOrLearning', sequence: 2 },
    },
    earlier: {
      kind: 'decided',
      by: { objectId: anotherPerson },
      at: new Date(0).toISOString(),
      detail: { to: 'closed', outcome: 'adviceOrLearning', told: true },
      note: why,
    },
    earlierRole: () => 'handler',
    body: (asked) => ({ ...entry(asked), outcome: 'adviceOrLearning', words: why }),
  },
  'case.link': { may: handling, body: (asked) => ({ ...entry(asked), other: asked.other }) },
  'case.notSame': {
    may: handling,
    before: async (tab, { caseId, other }) => {
      await tab.call('case.consult', { caseId });
      await tab.call('case.consult', { caseId: other });
    },
    body: (asked) => ({ ...entry(asked), other: asked.other, revised: false, words }),
  },
  'case.setTitle': {
    may: handling,
    body: (asked) => ({ ...change(asked), title: createSealedTitle(1, asked.generation), words }),
  },
  'case.keepSubjects': {
    may: handling,
    body: (asked) => ({ ...change(asked), card: createSealedCard(1, asked.generation) }),
  },
  'case.askCardWithdrawal': {
    may: handling,
    standing: { subjectCard: wrongCard },
    before: (tab, { caseId }) => tab.call('case.consult', { caseId }),
    body: (asked) => ({ ...change(asked), of: digestOfSeal(wrongCard.sealed), words }),
  },
  'case.withdrawCard': {
    may: handling,
    standing: withdrawing,
    earlier: doubting,
    earlierRole: (role) => role,
    before: (tab, { caseId }) => tab.call('case.consult', { caseId }),
    body: (asked) => ({ ...change(asked), of: digestOfSeal(wrongCard.sealed) }),
  },
  'case.refuseCardWithdrawal': {
    may: handling,
    standing: withdrawing,
    body: (asked) => ({ ...change(asked), of: digestOfSeal(wrongCard.sealed) }),
  },
  'case.personGroup': {
    may: handling,
    standing: withCard,
    before: async (tab, asked) => {
      await tab.call('case.consult', { caseId: asked.caseId });
      await tab.call('case.consult', { caseId: asked.other });
      await tab.call('case.confirmSamePerson', { ...entry(asked), other: asked.other, mine: onCard, theirs: onCard });
    },
    body: ({ caseId }) => ({ caseId }),
  },
  'case.confirmSamePerson': {
    may: handling,
    standing: withCard,
    before: async (tab, { caseId, other }) => {
      await tab.call('case.consult', { caseId });
      await tab.call('case.consult', { caseId: other });
    },
    body: (asked) => ({ ...entry(asked), other: asked.other, mine: onCard, theirs: onCard }),
  },
  'case.askParting': {
    may: handling,
    earlier: (other) => [confirming(other)],
    before: (tab, { caseId }) => tab.call('case.consult', { caseId }),
    body: (asked) => ({ ...change(asked), other: asked.other, words }),
  },
  'case.part': {
    may: handling,
    standing: (other) => ({
      cardWithdrawal: { of: partingDigest(other), by: anotherPerson, on: toldOn, sequence: 3 },
    }),
    earlier: (other) => [
      confirming(other),
      { ...doubting, detail: { of: partingDigest(other), withdrawal: 'asked' }, link: { other, salt: 'other' } },
    ],
    earlierRole: (role) => role,
    before: (tab, { caseId }) => tab.call('case.consult', { caseId }),
    body: (asked) => ({ ...change(asked), other: asked.other, of: partingDigest(asked.other) }),
  },
  'case.setReview': {
    may: handling,
    body: (asked) => ({
      ...change(asked),
      reviewOn: addDays(toDay(asked.today, 'Europe/London'), 30),
      hold: true,
    }),
  },
  'case.askErasure': {
    may: handling,
    standing: { status: 'closed', closedOn: toldOn },
    body: (asked) => ({ ...change(asked), reason: 'notNeeded', words }),
  },
  'case.erase': {
    may: handling,
    standing: {
      status: 'closed',
      closedOn: toldOn,
      erasure: { askedBy: anotherPerson, on: toldOn, reason: 'inError' },
    },
    earlier: {
      kind: 'erasureAsked',
      by: { objectId: anotherPerson },
      at: new Date(0).toISOString(),
      detail: { erasedFor: 'inError' },
      note: words,
    },
    earlierRole: (role) => role,
    before: (tab, { caseId }) => tab.call('case.consult', { caseId }),
    body: change,
  },
  'case.refuseErasure': {
    may: handling,
    standing: { erasure: { askedBy: anotherPerson, on: toDay(new Date(0), 'Europe/London') } },
    body: change,
  },
  'case.messageReporter': {
    may: handling,
    body: (asked) => ({ ...entry(asked), id: newRequestId(), number: 1, sealed, confirmed: true }),
  },
  'case.askDetriment': {
    may: handling,
    standing: askedNow,
    body: (asked) => ({ ...change(asked), months: 1, id: newRequestId(), number: 1, sealed }),
  },
  'case.leaveDetriment': {
    may: handling,
    standing: askedNow,
    body: (asked) => ({ ...change(asked), months: 1, words }),
  },
  'case.stopMessages': {
    may: handling,
    body: (asked) => ({ ...change(asked), stopped: true, words }),
  },
  'case.confirmUpdate': { may: handling, standing: { status: 'inProgress' }, body: change },
  'case.doubt': { may: handling, body: entry },
  'case.setAsideMessage': {
    may: handling,
    earlier: {
      kind: 'messageToReporter',
      by: { objectId: anotherPerson },
      at: new Date(0).toISOString(),
      message: { id: 'a'.repeat(32), number: 1, sealed },
    },
    before: (tab, { caseId }) => tab.call('case.consult', { caseId }),
    body: (asked) => ({ ...entry(asked), of: text, words }),
  },
  'case.export': {
    may: handling,
    standing: { sanitised: { digest: text, by: anotherPerson, signedBy: toPersonId('somebody-else') } },
    body: (asked) => ({
      ...change(asked),
      what: 'sanitised',
      of: text,
      place: 'iopc',
      json: digest,
      pdf: digest,
      words,
    }),
  },
  'case.askIdentity': {
    may: handling,
    standing: kept,
    body: (asked) => ({ ...entry(asked), words: forCustodians }),
  },
  'case.withdrawIdentity': {
    may: handling,
    standing: kept,
    before: (tab, asked) => tab.call('case.askIdentity', { ...entry(asked), words: forCustodians }),
    body: entry,
  },
  'identity.list': { may: ['custodian'], body: () => ({}) },
  'identity.consider': {
    may: ['custodian'],
    standing: requested,
    earlier: requesting,
    body: entry,
  },
  'identity.ask': {
    may: ['custodian'],
    standing: kept,
    body: (asked) => ({ ...entry(asked), words: forCustodians }),
  },
  'identity.withdraw': {
    may: ['custodian'],
    standing: kept,
    before: (tab, asked) => tab.call('identity.ask', { ...entry(asked), words: forCustodians }),
    body: entry,
  },
  'identity.agree': {
    may: ['custodian'],
    standing: requested,
    earlier: requesting,
    body: (asked) => ({ ...entry(asked), of: text, words: forCustodians }),
  },
  'identity.refuse': {
    may: ['custodian'],
    standing: requested,
    earlier: requesting,
    body: (asked) => ({ ...entry(asked), of: text, words: forCustodians }),
  },
  'identity.open': {
    may: ['custodian'],
    standing: kept,
    body: (asked) => ({ ...entry(asked), words: forCustodians, because: 'lifeAtRisk' }),
  },
  'identity.share': {
    may: ['custodian'],
    standing: kept,
    before: (tab, asked) => tab.call('identity.open', { ...entry(asked), words: forCustodians, because: 'lifeAtRisk' }),
    body: (asked) => ({ ...entry(asked), words }),
  },
  'keys.mine': { may: [...withKeys, 'admin'], body: () => ({}) },
  'keys.publish': { may: withKeys, body: ({ recipient }) => ({ recipient }) },
  'keys.people': { may: [...withKeys, 'admin'], body: () => ({}) },
  'keys.opened': {
    may: withKeys,
    body: ({ role }) => ({ group: groupOf(role), of: digest }),
  },
  'keys.wrap': {
    may: withKeys,
    before: (tab, { recipient }) => tab.call('keys.publish', { recipient }),
    body: ({ objectId, role }) => ({
      envelopes: [{ objectId, group: groupOf(role), sealed: createSealText('an envelope', 1), vouch: 'A'.repeat(86) }],
    }),
  },
  // What a report leaves is walked through in tests/journeys/.
  'report.begin': { may: 'everybody', body: () => ({}) },
  'report.submit': {
    may: 'everybody',
    body: ({ today, recipient }) => submitRequest(today, recipient),
  },
  'report.find': { may: 'everybody', body: ({ recipient }) => findRequest(recipient) },
  'report.add': { may: 'everybody', body: ({ today, recipient }) => addRequest(today, recipient) },
  'report.fileParts': { may: 'everybody', body: ({ recipient }) => filePartsRequest(recipient) },
  'report.filePart': { may: 'everybody', body: ({ recipient }) => filePartRequest(recipient) },
  'report.fileDrop': { may: 'everybody', body: ({ recipient }) => fileDropRequest(recipient) },
  'report.draft': { may: 'everybody', body: () => ({ id: '0'.repeat(32) }) },
  'report.keep': { may: 'everybody', body: ({ today }) => saveDraftRequest(today) },
  'report.doubt': { may: 'everybody', body: ({ recipient }) => findRequest(recipient) },
  'guidance.show': { may: 'everybody', body: () => ({ topic: 'what', language: 'en' }) },
};
