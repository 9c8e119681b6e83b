import { toPersonId } from '../../core/model/roles.ts';
import { definePlantedBug } from './planted-bug.ts';
import { replaceDecision, withoutSecondPerson } from './replace-decision.ts';

/** Who sees a case, and what its history says. */
export const caseBugs = [
  definePlantedBug({
    name: 'a handler sees the cases of the reserve',
    promise: 'unit-conflict-goes-to-reserve',
    module: () => import('../../core/model/permissions.ts'),
    put: ({ mayHandle, maySee }) => ({
      mayHandle: (roles, handledBy) => mayHandle(roles, handledBy) || roles.has('handler'),
      maySee: (by, record) => maySee(by, record) || maySee(by, { ...record, handledBy: 'acu' }),
    }),
    tests: [() => import('../core/model/permissions.test.ts')],
  }),
  definePlantedBug({
    name: 'someone who is shut out of a case sees it',
    promise: 'conflicted-person-is-out-at-once',
    module: () => import('../../core/model/permissions.ts'),
    put: ({ maySee }) => ({ maySee: (by, record) => maySee(by, { ...record, excluded: [] }) }),
    tests: [() => import('../core/casework/exclusion.test.ts')],
  }),
  definePlantedBug({
    name: 'a link with a case that someone is shut out of names it',
    promise: 'conflicted-person-is-out-at-once',
    module: () => import('../../core/casework/case-links.ts'),
    put: ({ redactInvisibleLinks }) => ({
      redactInvisibleLinks: async (cases, events, by) => ({
        ...(await redactInvisibleLinks(cases, events, by)),
        events,
      }),
    }),
    tests: [() => import('../core/casework/link-case.test.ts')],
  }),
  definePlantedBug({
    name: 'the subject cards include a case that someone is shut out of',
    promise: 'conflicted-person-is-out-at-once',
    module: () => import('../../core/casework/subject-cards.ts'),
    put: ({ readSubjectCards }) => ({
      readSubjectCards: ({ cards, tenantId }, by, asked, limit) =>
        readSubjectCards(
          {
            cards: {
              page: async (...place) =>
                (await cards.page(...place)).map((one) => ({ ...one, access: { ...one.access, excluded: [] } })),
            },
            tenantId,
          },
          by,
          asked,
          limit,
        ),
    }),
    tests: [() => import('../core/casework/subject-cards.test.ts')],
  }),
  definePlantedBug({
    name: 'the working title of a case is handed to someone who is shut out of it',
    promise: 'conflicted-person-is-out-at-once',
    module: () => import('../../core/casework/case-titles.ts'),
    put: ({ readCaseTitles }) => ({
      readCaseTitles: ({ cases }, by, asked) =>
        readCaseTitles(
          {
            cases: {
              read: async (caseId) => {
                const found = await cases.read(caseId);
                return found && { ...found, value: { ...found.value, excluded: [] } };
              },
              readAccess: async (caseId) => {
                const found = await cases.readAccess(caseId);
                return found && { ...found, excluded: [] };
              },
            },
          },
          by,
          asked,
        ),
    }),
    tests: [() => import('../core/casework/set-title.test.ts')],
  }),
  definePlantedBug({
    name: 'the reserve is not told of many openings',
    promise: 'mass-opening-is-told',
    module: () => import('../../core/model/case-openings.ts'),
    put: ({ withOpening }) => ({
      withOpening: (...given) => ({ ...withOpening(...given), isMany: false }),
    }),
    tests: [() => import('../access/mass-decryption.test.ts')],
  }),
  definePlantedBug({
    name: 'a case is handed out to a page without the key in use',
    promise: 'stolen-token-reads-no-report',
    module: () => import('../../bot/runtime/possession-proofs.ts'),
    put: ({ createKeyProofs }) => ({ createKeyProofs: (deps) => ({ ...createKeyProofs(deps), verify: () => true }) }),
    tests: [() => import('../access/decryption-without-key.test.ts')],
  }),
  definePlantedBug({
    name: 'an entry of a history that was changed passes the audit',
    promise: 'edited-history-is-found',
    module: () => import('../../core/model/event-record.ts'),
    put: ({ hashOfEvent }) => ({
      hashOfEvent: (event) => ('hash' in event && typeof event.hash === 'string' ? event.hash : hashOfEvent(event)),
    }),
    tests: [() => import('../core/casework/integrity-verification.test.ts')],
  }),
  definePlantedBug({
    name: 'a record that was changed behind its history passes the audit',
    promise: 'edited-history-is-found',
    module: () => import('../../core/casework/integrity-verification.ts'),
    put: ({ verifyCase }) => ({
      verifyCase: (record, events) => {
        const verdict = verifyCase(record, events);
        return verdict !== 'whole' && verdict.why === 'record' ? 'whole' : verdict;
      },
    }),
    tests: [() => import('../core/casework/integrity-verification.test.ts')],
  }),
  definePlantedBug({
    name: 'the person who wrote a text signs it off',
    promise: 'sign-off-takes-a-reader',
    module: () => import('../../core/casework/case-action.ts'),
    put: withoutSecondPerson,
    tests: [() => import('../core/casework/sanitised-text.test.ts')],
  }),
  definePlantedBug({
    name: 'what comes back says that a report concerns the unit goes to the unit',
    promise: 'unit-conflict-said-later-goes-to-reserve',
    module: () => import('../../core/reporting/separate-addition.ts'),
    put: () => ({ addSeparateAddition: async () => ({ kind: 'outside' as const }) }),
    tests: [() => import('../core/reporting/separate-addition.test.ts')],
  }),
  definePlantedBug({
    name: 'a case is handed out before its history has the opening',
    promise: 'every-look-is-in-the-history',
    module: () => import('../../core/casework/release-seals.ts'),
    put: ({ releaseSeals }) => ({
      releaseSeals: (deps, caseId, by) =>
        releaseSeals({ ...deps, cases: { ...deps.cases, change: async () => 'changed' as const } }, caseId, by),
    }),
    tests: [() => import('../core/casework/release-seals.test.ts')],
  }),
  definePlantedBug({
    name: 'the request of one person counts as a repeat of another’s',
    promise: 'repeated-request-is-done-once',
    module: () => import('../../core/casework/retry-on-conflict.ts'),
    put: ({ requestDigest }) => ({ isSameRequest: (event, { request }) => event.request === requestDigest(request) }),
    tests: [() => import('../access/idempotency.test.ts')],
  }),
  definePlantedBug({
    name: 'a role that a token says counts beyond the lists',
    promise: 'roles-are-held-by-the-lists-alone',
    module: () => import('../../bot/api/caller-authentication.ts'),
    put: () => ({
      createCallerResolver:
        () =>
        async ({ objectId, name, roles }) => ({ objectId, name, roles: new Set(roles) }),
    }),
    tests: [() => import('../access/listed-roles.test.ts')],
  }),
  definePlantedBug({
    name: 'one person of the reserve takes a case of the unit over',
    promise: 'roles-are-held-by-the-lists-alone',
    module: () => import('../../core/casework/case-action.ts'),
    put: withoutSecondPerson,
    tests: [() => import('../access/take-over.test.ts')],
  }),
  definePlantedBug({
    name: 'someone sets their own message aside',
    promise: 'junk-silences-nobody',
    module: () => import('../../core/casework/case-action.ts'),
    put: withoutSecondPerson,
    tests: [() => import('../access/discarded-messages.test.ts')],
  }),
  definePlantedBug({
    name: 'a report is kept that no custodian could ever open',
    promise: 'identity-takes-a-request',
    module: () => import('../../core/model/roles.ts'),
    put: () => ({ findUnderstaffedRoles: () => [] }),
    tests: [() => import('../access/no-custodian.test.ts')],
  }),
  definePlantedBug({
    name: 'an envelope that does not open takes the place of one that does',
    promise: 'junk-silences-nobody',
    module: () => import('../../bot/api/key-operations.ts'),
    put: ({ createKeyOperations }) => ({
      createKeyOperations: (deps) =>
        createKeyOperations({
          ...deps,
          people: {
            ...deps.people,
            change: (objectId, change) =>
              deps.people.change(objectId, (person) => change({ ...person, envelopes: [] })),
          },
        }),
    }),
    tests: [() => import('../access/key-envelopes.test.ts')],
  }),
  definePlantedBug({
    name: 'a handler who is named in a report is not told',
    promise: 'named-handler-is-told-to-leave',
    module: () => import('../../core/casework/subject-extraction.ts'),
    put: () => ({ findHandlersOnCards: () => [], findHandlersInText: () => [] }),
    tests: [() => import('../core/casework/subject-extraction.test.ts')],
  }),
  definePlantedBug({
    name: 'words go live that the person who wrote them approved',
    promise: 'guidance-goes-live-by-two',
    module: () => import('../../core/content/change-content.ts'),
    put: ({ approveContent }) => ({
      approveContent: (deps, asked) => approveContent(deps, { ...asked, by: toPersonId('someone else') }),
    }),
    tests: [() => import('../core/content/change-content.test.ts')],
  }),
  definePlantedBug({
    name: 'a reference without its code opens a report',
    promise: 'code-reads-no-sent-report',
    module: () => import('../../core/intake/intake.ts'),
    put: ({ createIntake }) => ({
      createIntake: (deps) => ({
        ...createIntake(deps),
        find: async (claim, asked) => {
          const found = await deps.cases.read(claim.caseId);
          const mailbox = found?.value.mailboxRecipient ?? claim.mailbox;
          return createIntake(deps).find({ ...claim, mailbox }, asked);
        },
      }),
    }),
    tests: [() => import('../core/intake/intake.test.ts')],
  }),
  definePlantedBug({
    name: 'a refusal asks the store more if the case is there',
    promise: 'refusal-is-alike',
    module: () => import('../../core/intake/intake.ts'),
    put: ({ createIntake }) => ({
      createIntake: (deps) => ({
        ...createIntake(deps),
        find: async (claim, asked) => {
          if ((await deps.cases.readAccess(claim.caseId)) !== undefined)
            await deps.history.entries(claim.caseId, { last: 1 });
          return createIntake(deps).find(claim, asked);
        },
      }),
    }),
    tests: [() => import('../access/uniform-refusals.test.ts')],
  }),
  definePlantedBug({
    name: 'rules of contact count as read that were changed since',
    promise: 'contact-rules-come-first',
    module: () => import('../../core/casework/case-action.ts'),
    put: replaceDecision(
      (decide) => (standing, act) =>
        decide(
          {
            ...standing,
            entries: (which, of) => (which.kinds?.join() === 'messageFromReporter' ? [] : standing.entries(which, of)),
          },
          act,
        ),
    ),
    tests: [() => import('../core/casework/case-messages.test.ts')],
  }),
  definePlantedBug({
    name: 'a writer of guidance handles cases',
    promise: 'each-role-does-what-is-its-own',
    module: () => import('../../core/model/permissions.ts'),
    put: ({ mayHandle, maySee }) => ({
      mayHandle: (roles, handledBy) => roles.has('communications') || mayHandle(roles, handledBy),
      maySee: (by, record) => by.roles.has('communications') || maySee(by, record),
    }),
    tests: [() => import('../access/communications.test.ts')],
  }),
  definePlantedBug({
    name: 'a supervisor opens cases',
    promise: 'each-role-does-what-is-its-own',
    module: () => import('../../core/model/permissions.ts'),
    put: ({ maySee }) => ({ maySee: (by, record) => by.roles.has('supervisor') || maySee(by, record) }),
    tests: [() => import('../core/model/permissions.test.ts')],
  }),
  definePlantedBug({
    name: 'a supervisor counts a case from which they are excluded',
    promise: 'supervisor-learns-of-no-case-that-is-not-theirs',
    module: () => import('../../core/casework/unit-overview.ts'),
    put: ({ readUnitOverview }) => ({
      readUnitOverview: (deps, { roles }, handlers) =>
        readUnitOverview(deps, { objectId: toPersonId('anyone'), roles }, handlers),
    }),
    tests: [() => import('../access/supervisor.test.ts')],
  }),
  definePlantedBug({
    name: 'a supervisor draws a sample again',
    promise: 'sample-is-drawn-once',
    module: () => import('../../core/casework/settings-history.ts'),
    put: () => ({
      findSample: () => undefined,
      recordSample: async (_deps, by, sample) => ({ ...sample, by, at: new Date(0).toISOString() }),
    }),
    tests: [() => import('../access/dip-sample.test.ts')],
  }),
  definePlantedBug({
    name: 'a group names a case that someone is shut out of',
    promise: 'conflicted-person-is-out-at-once',
    module: () => import('../../core/casework/same-person.ts'),
    put: ({ readPersonGroup }) => ({
      readPersonGroup: ({ cases, ...deps }, by, caseId) =>
        readPersonGroup(
          {
            ...deps,
            cases: {
              ...cases,
              read: async (its) => {
                const found = await cases.read(its);
                return found && { ...found, value: { ...found.value, excluded: [] } };
              },
              readAccess: async (its) => {
                const found = await cases.readAccess(its);
                return found && { ...found, excluded: [] };
              },
            },
          },
          by,
          caseId,
        ),
    }),
    tests: [() => import('../core/casework/same-person.test.ts'), () => import('../access/person-groups.test.ts')],
  }),
  definePlantedBug({
    name: 'one person parts two who were confirmed to be one',
    promise: 'same-person-is-parted-by-two',
    module: () => import('../../core/casework/subject-cards.ts'),
    put: ({ secondPersonRequirements }) => ({
      secondPersonRequirements: secondPersonRequirements.filter(({ onFailure }) => onFailure !== 'ownWork'),
    }),
    tests: [() => import('../core/casework/same-person.test.ts')],
  }),
  definePlantedBug({
    name: 'the best match of two cases takes the place of their others',
    promise: 'no-match-goes-out-of-sight',
    module: () => import('../../core/casework/subject-matching.ts'),
    put: ({ createSubjectIndex }) => ({
      createSubjectIndex: () => {
        const index = createSubjectIndex();
        const isFirst = <One extends { readonly caseId: string }>(one: One, place: number, all: readonly One[]) =>
          all.findIndex(({ caseId }) => caseId === one.caseId) === place;
        return { ...index, findMatches: (...given) => index.findMatches(...given).filter(isFirst) };
      },
    }),
    tests: [() => import('../core/casework/subject-matching.test.ts')],
  }),
  definePlantedBug({
    name: 'a confirmation of two people settles every match of their cases',
    promise: 'no-match-goes-out-of-sight',
    module: () => import('../../core/casework/case-links.ts'),
    put: () => ({ isSamePlace: () => true }),
    tests: [() => import('../tab/case/visible-matches.test.ts')],
  }),
  definePlantedBug({
    name: 'half a confirmation settles a match',
    promise: 'no-match-goes-out-of-sight',
    module: () => import('../../core/casework/case-links.ts'),
    put: () => ({ isMutual: () => true }),
    tests: [() => import('../core/casework/same-person.test.ts')],
  }),
  definePlantedBug({
    name: 'a decision settles a match though its history is not as it was written',
    promise: 'no-match-goes-out-of-sight',
    module: () => import('../../tab/case/visible-matches.ts'),
    put: ({ visibleMatches }) => ({
      visibleMatches: (found, decisions, rules) => visibleMatches(found, decisions, { ...rules, isTrusted: true }),
    }),
    tests: [() => import('../tab/case/visible-matches.test.ts')],
  }),
  definePlantedBug({
    name: 'a combination is in the history of one of its two cases alone',
    promise: 'same-person-is-parted-by-two',
    module: () => import('../../core/casework/same-person.ts'),
    put: ({ confirmSamePersonUseCase }) => ({ confirmSamePerson: confirmSamePersonUseCase }),
    tests: [() => import('../core/casework/same-person.test.ts')],
  }),
  definePlantedBug({
    name: 'a group keeps a case that was erased',
    promise: 'same-person-is-parted-by-two',
    module: () => import('../../core/casework/same-person.ts'),
    put: ({ readPersonGroup }) => ({
      readPersonGroup: ({ cases, ...deps }, by, caseId) =>
        readPersonGroup(
          {
            ...deps,
            cases: {
              ...cases,
              read: async (its) => {
                const found = await cases.read(its);
                return found && { ...found, value: { ...found.value, erasedOn: undefined } };
              },
            },
          },
          by,
          caseId,
        ),
    }),
    tests: [() => import('../core/casework/same-person.test.ts')],
  }),
  definePlantedBug({
    name: 'a look at a group leaves no entry',
    promise: 'every-look-is-in-the-history',
    module: () => import('../../core/casework/case-view.ts'),
    put: ({ loadAndRecordView }) => ({
      loadAndRecordView: ({ cases, ...deps }, by, caseId, createRequest, kind) =>
        loadAndRecordView(
          { ...deps, cases: { ...cases, ...(kind === 'grouped' && { change: async () => 'changed' as const }) } },
          by,
          caseId,
          createRequest,
          kind,
        ),
    }),
    tests: [() => import('../core/casework/same-person.test.ts')],
  }),
  definePlantedBug({
    name: 'a report is printed without an entry in the history',
    promise: 'printing-is-recorded-and-stamped',
    module: () => import('../../core/casework/export-case.ts'),
    put: ({ printReport }) => ({
      printReport: Object.assign(
        (...[deps, by, input]: Parameters<typeof printReport>) =>
          printReport({ ...deps, cases: { ...deps.cases, change: async () => 'changed' } }, by, input),
        { action: printReport.action },
      ),
    }),
    tests: [() => import('../access/print-report.test.ts')],
  }),
  definePlantedBug({
    name: 'a report is printed though the force has shut that',
    promise: 'printing-is-recorded-and-stamped',
    module: () => import('../../core/casework/export-case.ts'),
    put: ({ printReport }) => ({
      printReport: Object.assign(
        (...[deps, by, input]: Parameters<typeof printReport>) => printReport({ ...deps, printing: true }, by, input),
        { action: printReport.action },
      ),
    }),
    tests: [() => import('../access/print-report.test.ts')],
  }),
  definePlantedBug({
    name: 'a handler is shown the tasks of their colleagues as theirs',
    promise: 'each-role-does-what-is-its-own',
    module: () => import('../../bot/api/case-list-operations.ts'),
    put: ({ createCaseListOperations }) => ({
      createCaseListOperations: (deps) => ({
        ...createCaseListOperations(deps),
        myTasks: (caller, body) =>
          createCaseListOperations({
            ...deps,
            list: {
              ...deps.list,
              page: async (...asked) =>
                (await deps.list.page(...asked)).map(({ tasks = [], ...item }) => ({
                  ...item,
                  tasks: tasks.map((task) => ({ ...task, for: caller.objectId })),
                })),
            },
          }).myTasks(caller, body),
      }),
    }),
    tests: [() => import('../access/decision-log.test.ts')],
  }),
  definePlantedBug({
    name: 'the words of a task stay on the page of someone who is shut out of its case',
    promise: 'conflicted-person-is-out-at-once',
    module: () => import('../../tab/crypto/decrypted-text-index.ts'),
    put: ({ createDecryptedTextIndex }) => ({
      createDecryptedTextIndex: (options) => ({ ...createDecryptedTextIndex(options), drop: () => undefined }),
    }),
    tests: [() => import('../tab/crypto/decrypted-text-index.test.ts')],
  }),
  definePlantedBug({
    name: 'a task has the words of another case, or of before the keys were locked',
    promise: 'left-page-holds-no-key',
    module: () => import('../../tab/crypto/decrypted-text-index.ts'),
    put: ({ createDecryptedTextIndex }) => ({
      createDecryptedTextIndex: (options) => {
        const index = createDecryptedTextIndex(options);
        const texts = new Map<string, string>();
        return {
          ...index,
          add(caseId, text) {
            texts.set(text.id, text.text);
            index.add(caseId, text);
          },
          read: (caseId, id) => index.read(caseId, id) ?? texts.get(id),
        };
      },
    }),
    tests: [() => import('../tab/crypto/decrypted-text-index.test.ts')],
  }),
  definePlantedBug({
    name: 'the limits that a force has set for the first day do not run',
    promise: 'danger-is-asked-until-recorded',
    module: () => import('../../core/model/deadlines.ts'),
    put: () => ({ withFirstDayDue: (item) => item }),
    tests: [() => import('../core/casework/first-day.test.ts')],
  }),
  definePlantedBug({
    name: 'danger is asked of no case that is further than acknowledged',
    promise: 'danger-is-asked-until-recorded',
    module: () => import('../../core/model/case-record.ts'),
    put: ({ isSafetyMissing }) => ({
      isSafetyMissing: (item) => item.status === 'acknowledged' && isSafetyMissing(item),
    }),
    tests: [() => import('../core/casework/first-day.test.ts')],
  }),
  definePlantedBug({
    name: 'danger is not asked again once it is said anew',
    promise: 'danger-is-asked-until-recorded',
    module: () => import('../../core/model/case-record.ts'),
    put: () => ({ withoutSafety: (record) => record }),
    tests: [() => import('../core/casework/first-day.test.ts')],
  }),
  definePlantedBug({
    name: 'words for an erased case are refused as if it stood',
    promise: 'erased-report-is-said',
    module: () => import('../../core/casework/use-case.ts'),
    put: ({ createUseCase }) => ({
      createUseCase: (act) => {
        const carryOut = createUseCase(act);
        return Object.assign(
          async (...given: Parameters<typeof carryOut>) => {
            const outcome = await carryOut(...given);
            return outcome.kind === 'notAllowed' && outcome.why === 'erased'
              ? { kind: 'notAllowed' as const, why: 'state' as const }
              : outcome;
          },
          { action: act },
        );
      },
    }),
    tests: [() => import('../access/erased-case.test.ts')],
  }),
  definePlantedBug({
    name: 'rows beside a record are not looked at by the audit',
    promise: 'audit-looks-beside-the-history',
    module: () => import('../../core/casework/integrity-verification.ts'),
    put: () => ({ verifyIndexAndAlert: () => 'whole' as const }),
    tests: [() => import('../cli/audit-stores.test.ts')],
  }),
];
