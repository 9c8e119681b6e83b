import { copyFileSync } from 'node:fs';
import { partCount, partLength } from '../../core/model/file-limits.ts';
import { definePlantedBug } from './planted-bug.ts';

const hourMs = 3_600_000;

/** What holds when things break. */
export const reliabilityBugs = [
  definePlantedBug({
    name: 'two servers post the same alert at once',
    promise: 'one-alert-unless-answer-was-lost',
    module: () => import('../../bot/jobs/alert-planning.ts'),
    put: ({ createDueWatch }) => ({
      createDueWatch: (...given) => {
        const watch = createDueWatch(...given);
        return {
          ...watch,
          mayTake: ({ leasedUntil: _lease, ...alert }, now, latest) => watch.mayTake(alert, now, latest),
        };
      },
    }),
    tests: [() => import('../bot/jobs/alert-dispatcher.test.ts')],
  }),
  definePlantedBug({
    name: 'a report that an earlier press saved is called unsaved',
    promise: 'saved-is-never-called-unsaved',
    module: () => import('../../core/reporting/submit-report.ts'),
    put: () => ({ isCertainlyUnsaved: async () => true }),
    tests: [() => import('../core/reporting/save-certainty.test.ts')],
  }),
  definePlantedBug({
    name: 'a change of a case is saved without its entry in the history',
    promise: 'case-event-and-alert-are-one-write',
    module: () => import('../../storage/sqlite/cases.ts'),
    put: ({ createSqliteCaseStore }) => ({
      createSqliteCaseStore: (file) => {
        const cases = createSqliteCaseStore(file);
        return { ...cases, change: (change) => cases.change({ ...change, events: [] }) };
      },
    }),
    tests: [() => import('../core/casework/use-case.test.ts')],
  }),
  definePlantedBug({
    name: 'a request that comes twice is carried out twice',
    promise: 'repeated-request-is-done-once',
    module: () => import('../../core/casework/retry-on-conflict.ts'),
    put: () => ({ isSameRequest: () => false }),
    tests: [() => import('../core/casework/use-case.test.ts')],
  }),
  definePlantedBug({
    name: 'a decision is taken back by someone who saw the case as it was before',
    promise: 'two-handlers-do-not-overwrite',
    module: () => import('../../core/casework/use-case.ts'),
    put: ({ createUseCase }) => ({
      createUseCase: (act) => {
        const carryOut = createUseCase(act);
        return Object.assign(
          (...[deps, by, asked]: Parameters<typeof carryOut>) => carryOut(deps, by, { ...asked, revision: undefined }),
          { action: act },
        );
      },
    }),
    tests: [() => import('../core/casework/use-case.test.ts')],
  }),
  definePlantedBug({
    name: 'a change whose answer was lost is called undone',
    promise: 'unknown-is-never-called-undone',
    module: () => import('../../tab/api/api-client.ts'),
    put: ({ createApiClient }) => ({
      createApiClient: (options) => {
        const call = createApiClient(options);
        return async (name, body) => {
          const result = await call(name, body);
          return result.ok || result.refusal.code !== 'unconfirmed'
            ? result
            : { ok: false, refusal: { code: 'unavailable' } };
        };
      },
    }),
    tests: [() => import('../tab/api/api-client.test.ts')],
  }),
  definePlantedBug({
    name: 'the seals of a long history stay when its case is erased',
    promise: 'half-done-change-is-finished-by-a-repeat',
    module: () => import('../../storage/cosmos/case-documents.ts'),
    put: () => ({ createSealRemovals: () => [] }),
    tests: [() => import('../storage/cosmos/erasure.test.ts')],
  }),
  definePlantedBug({
    name: 'a report names a file that lacks a part',
    promise: 'named-files-are-all-there',
    module: () => import('../../core/intake/file-uploads.ts'),
    put: () => ({ areFilesStored: async () => true }),
    tests: [() => import('../bot/api/files/report-files.test.ts')],
  }),
  definePlantedBug({
    name: 'a receipt is shown once the first part of a file is stored',
    promise: 'named-files-are-all-there',
    module: () => import('../../core/intake/file-uploads.ts'),
    put: ({ areFilesStored }) => ({
      areFilesStored: (deps, folder, wanted) =>
        areFilesStored(
          {
            ...deps,
            files: deps.files && {
              ...deps.files,
              listParts: async (owner) => {
                const parts = await deps.files?.listParts(owner);
                return (parts ?? []).flatMap((stored) => {
                  const file = wanted.find(({ id }) => id === stored.id);
                  if (file === undefined || stored.part !== 0) return [];
                  return Array.from({ length: partCount(file.bytes) }, (_, part) => ({
                    ...stored,
                    part,
                    bytes: partLength(file.bytes, part),
                  }));
                });
              },
            },
          },
          folder,
          wanted,
        ),
    }),
    tests: [() => import('../bot/api/files/report-files.test.ts')],
  }),
  definePlantedBug({
    name: 'a part that is stored counts for whatever is sent in its place',
    promise: 'named-files-are-all-there',
    module: () => import('../../core/intake/file-uploads.ts'),
    put: ({ saveFilePart }) => ({
      saveFilePart: async (deps, folder, wanted, part, bytes) =>
        (await deps.files.partBytes({ ...folder.owner, id: wanted.id }, part)) === undefined
          ? saveFilePart(deps, folder, wanted, part, bytes)
          : 'kept',
    }),
    tests: [() => import('../bot/api/files/report-files.test.ts')],
  }),
  definePlantedBug({
    name: 'a file that no case names is kept for good',
    promise: 'files-of-no-case-are-swept',
    module: () => import('../../core/intake/file-uploads.ts'),
    put: () => ({ sweepFiles: async () => ({ removed: 0, failed: 0 }) }),
    tests: [() => import('../storage/blobs/sweep-files.test.ts')],
  }),
  definePlantedBug({
    name: 'a summary that was posted is posted again',
    promise: 'regular-posts-come-once',
    module: () => import('../../core/model/scheduled-post.ts'),
    put: () => ({ unpostedPeriods: (_post, due) => due }),
    tests: [() => import('../bot/jobs/scheduled-post-sender.test.ts')],
  }),
  definePlantedBug({
    name: 'someone is told of a write before it is committed',
    promise: 'killed-process-keeps-what-was-saved',
    module: () => import('../../storage/sqlite/sqlite-file.ts'),
    put: ({ createWriteQueue }) => ({
      createWriteQueue: (...given) => {
        const queue = createWriteQueue(...given);
        return {
          ...queue,
          run: <T>(work: () => T) =>
            new Promise<T>((resolve, reject) => {
              void queue.run(() => resolve(work())).catch(reject);
            }),
        };
      },
    }),
    tests: [() => import('../storage/sqlite/write-queue.test.ts')],
  }),
  definePlantedBug({
    name: 'the whole server waits while another process writes',
    promise: 'locked-file-holds-nobody-else-up',
    module: () => import('../../storage/sqlite/open-database.ts'),
    put: ({ openDatabase }) => ({
      openDatabase: (...given) => {
        const opened = openDatabase(...given);
        const exec = opened.database.exec.bind(opened.database);
        opened.database.exec = (sql) => exec(sql.replace('busy_timeout = 0', 'busy_timeout = 2000'));
        return opened;
      },
    }),
    tests: [() => import('../faults/locked-file.test.ts')],
  }),
  definePlantedBug({
    name: 'a server is ready though no report can be written',
    promise: 'readiness-writes-what-a-report-writes',
    module: () => import('../../storage/sqlite/probe-report.ts'),
    put: () => ({ probeReport: () => undefined }),
    tests: [() => import('../faults/damaged-page.test.ts')],
  }),
  definePlantedBug({
    name: 'a report is saved into a file that was moved away',
    promise: 'moved-file-takes-no-report',
    module: () => import('../../storage/sqlite/open-database.ts'),
    put: ({ openDatabase }) => ({
      openDatabase: (...given) => ({ ...openDatabase(...given), getFileState: () => 'inPlace' }),
    }),
    tests: [() => import('../storage/sqlite/moved-file.test.ts')],
  }),
  definePlantedBug({
    name: 'a write whose answer was lost is not looked for',
    promise: 'write-found-after-lost-answer',
    module: () => import('../../storage/cosmos/cosmos-client.ts'),
    put: ({ createCosmosRetrier }) => ({
      createCosmosRetrier: (...given) => {
        const calls = createCosmosRetrier(...given);
        return { ...calls, write: (work, outcome) => calls.write(work, { ...outcome, isWritten: async () => false }) };
      },
    }),
    tests: [() => import('../storage/cosmos/lost-answers.test.ts')],
  }),
  definePlantedBug({
    name: 'an answer of a proxy is taken for one of the database',
    promise: 'half-answer-counts-for-nothing',
    module: () => import('../../storage/cosmos/cosmos-client.ts'),
    put: () => ({ validateResponse: () => 'genuine' as const }),
    tests: [() => import('../storage/cosmos/validate-answer.test.ts')],
  }),
  definePlantedBug({
    name: 'a card whose key cannot be had is taken for one of someone else',
    promise: 'card-waits-for-its-key',
    module: () => import('../../dialogs/bot-framework/sealed-state.ts'),
    put: ({ createStateSealer }) => ({
      createStateSealer: (deps) => {
        const carried = createStateSealer(deps);
        return {
          ...carried,
          open: (...given) => carried.open(...given).catch(() => ({ kind: 'foreign' })),
        };
      },
    }),
    tests: [() => import('../faults/deliveries.test.ts')],
  }),
  definePlantedBug({
    name: 'a row that cannot be read is not told of',
    promise: 'unreadable-row-holds-nothing-else-up',
    module: () => import('../../storage/record-codec.ts'),
    put: ({ takeReadableRows }) => ({
      takeReadableRows: async (...given) => ({ ...(await takeReadableRows(...given)), unreadable: 0 }),
    }),
    tests: [() => import('../bot/jobs/unreadable-alerts.test.ts')],
  }),
  definePlantedBug({
    name: 'an urgent alert that nobody acknowledges does not come again',
    promise: 'urgent-alert-is-never-given-up',
    module: () => import('../../core/model/alert-record.ts'),
    put: ({ recordAlertPost }) => ({ recordAlertPost: (alert, post) => recordAlertPost(alert, post, undefined) }),
    tests: [() => import('../core/model/alert-schedule.test.ts')],
  }),
  definePlantedBug({
    name: 'an alert that a stopped server held stays held',
    promise: 'stopped-server-leaves-its-alert',
    module: () => import('../../bot/jobs/alert-planning.ts'),
    put: ({ createDueWatch }) => ({
      createDueWatch: (...given) => {
        const watch = createDueWatch(...given);
        return {
          ...watch,
          mayTake: (alert, now, latest) => alert.leasedUntil === undefined && watch.mayTake(alert, now, latest),
        };
      },
    }),
    tests: [() => import('../bot/jobs/alert-dispatcher.test.ts')],
  }),
  definePlantedBug({
    name: 'a clock that jumped is believed',
    promise: 'wrong-clock-removes-nothing',
    module: () => import('../../bot/runtime/clock-watch.ts'),
    put: ({ createClockWatch }) => ({
      createClockWatch: (deps) => ({ ...createClockWatch(deps), isTrusted: () => true }),
    }),
    tests: [() => import('../bot/runtime/clock-watch.test.ts')],
  }),
  definePlantedBug({
    name: 'keys that are known are forgotten while their issuer is away',
    promise: 'issuer-away-keys-stay-good',
    module: () => import('../../bot/teams/connector-token.ts'),
    put: ({ createConnectorKeys }) => ({
      createConnectorKeys: (deps) => {
        let made = { at: deps.now(), keys: createConnectorKeys(deps) };
        return {
          getKey: (kid) => {
            if (deps.now() - made.at > hourMs) made = { at: deps.now(), keys: createConnectorKeys(deps) };
            return made.keys.getKey(kid);
          },
        };
      },
    }),
    tests: [() => import('../bot/teams/connector-keys.test.ts')],
  }),
  definePlantedBug({
    name: 'a message is sent again if nobody knows whether it arrived',
    promise: 'messages-are-sent-at-most-once',
    module: () => import('../../bot/jobs/campaigns/classify-delivery-error.ts'),
    put: ({ classifyWithdrawError }) => ({ classifySendError: classifyWithdrawError }),
    tests: [() => import('../bot/jobs/campaigns/classify-delivery-error.test.ts')],
  }),
  definePlantedBug({
    name: 'the end of a text that no card can hold goes without a word',
    promise: 'cut-off-text-is-counted',
    module: () => import('../../cards/card-size.ts'),
    put: ({ getTruncations, fitToCard }) => ({
      fitToCard: (make) => {
        const page = make([]);
        const cuts = getTruncations(page);
        const values = new Map(cuts.map(({ id, value }) => [id, value]));
        return cuts.length === 0
          ? fitToCard(make)
          : {
              ...page,
              fields: (page.fields ?? []).map((field) => ({ ...field, value: values.get(field.id) ?? field.value })),
            };
      },
    }),
    tests: [() => import('../dialogs/bot-framework/dialog-manager-long-words.test.ts')],
  }),
  definePlantedBug({
    name: 'a drill goes well with a backup that is not whole',
    promise: 'drill-tries-a-backup',
    module: () => import('../../cli/audit.ts'),
    put: ({ auditCommand }) => ({ auditCommand: (deps, args) => auditCommand(deps, args).then(() => 0) }),
    tests: [() => import('../cli/drill.test.ts')],
  }),
  definePlantedBug({
    name: 'a server writes on into what was put in the place of its file',
    promise: 'replaced-file-is-left-alone',
    module: () => import('../../storage/sqlite/open-database.ts'),
    put: ({ openDatabase }) => ({
      openDatabase: (...given) => {
        const opened = openDatabase(...given);
        const getFileState = () => (opened.getFileState() === 'overwritten' ? 'inPlace' : opened.getFileState());
        return { ...opened, getFileState };
      },
    }),
    tests: [() => import('../storage/sqlite/moved-file.test.ts')],
  }),
  definePlantedBug({
    name: 'a backup lacks what stands in the log alone',
    promise: 'backup-is-checked-and-restored',
    module: () => import('../../storage/sqlite/backup.ts'),
    put: () => ({ backUpSqlite: async (from, to) => copyFileSync(from, to) }),
    tests: [() => import('../storage/sqlite/backup.test.ts')],
  }),
  definePlantedBug({
    name: 'a commit does not wait for the disk',
    promise: 'commit-waits-for-the-disk',
    module: () => import('../../storage/sqlite/open-database.ts'),
    put: ({ openDatabase }) => ({
      openDatabase: (...given) => {
        const opened = openDatabase(...given);
        opened.database.exec('PRAGMA synchronous = OFF');
        return opened;
      },
    }),
    tests: [() => import('../storage/sqlite/sqlite-file.test.ts')],
  }),
  definePlantedBug({
    name: 'a part of the page is imported before its files have come',
    promise: 'old-page-loses-no-words',
    module: () => import('../../tab/ui/lazy-module.ts'),
    put: () => ({ createModuleLoader: () => (_name, load) => load() }),
    tests: [() => import('../tab/ui/lazy-module.test.ts')],
  }),
  definePlantedBug({
    name: 'setup saves an answer with the next one',
    promise: 'setup-saves-each-answer',
    module: () => import('../../cli/setup/session.ts'),
    put: ({ startSession }) => ({
      startSession: (...given) => {
        const session = startSession(...given);
        let waiting: Readonly<Record<string, string>> = {};
        return {
          ...session,
          values: (changes = {}) => session.values({ ...waiting, ...changes }),
          save(changes) {
            session.save(waiting);
            waiting = changes;
          },
        };
      },
    }),
    tests: [() => import('../cli/setup/setup.test.ts')],
  }),
];
