import {
  approveContent,
  type AskedChange,
  type ContentOutcome,
  saveContent,
  sendBackContent,
  submitContent,
  withdrawContent,
} from '../../concerns/content/change-content.ts';
import { standingContent } from '../../concerns/content/standing-content.ts';
import type { KeptContent } from '../../concerns/records/content-record.ts';
import type { Answers } from '../../contract/answers.ts';
import type { ContentChanged, ContentEntryView, ContentView } from '../../contract/content-answers.ts';
import { type Operation, requests } from '../../contract/requests.ts';
import type { ShownPerson } from '../../contract/shown-person.ts';
import type { PersonId } from '../../concerns/terms/person-id.ts';
import type { ForceContent } from '../content/force-content.ts';
import type { Caller } from './caller.ts';
import { done, operation, type OperationRow, type Ran } from './operation.ts';
import { createPaperDrafts } from './paper-drafts.ts';
import type { RoleHolders } from './role-holders.ts';

export interface ContentOperationsDependencies {
  readonly force: ForceContent;
  /** Where everybody reaches the server. */
  readonly publicHost: string | undefined;
  readonly people: RoleHolders;
}

/** The operations by which guidance is written and approved. None of them reads a case. */
export type ContentOperations = {
  readonly [Name in Extract<Operation, `content.${string}`>]: OperationRow<Answers[Name]>;
};

/** Those who write. */
const writers = ['communications'] as const;
/** Those who may be the second person: another writer, or whoever looks after Candour. */
const readers = ['communications', 'admin'] as const;

type Names = (person: PersonId) => ShownPerson;

const entryView = ({ number, entry }: KeptContent, named: Names): ContentEntryView =>
  entry === undefined
    ? { number }
    : {
        number,
        kind: entry.kind,
        by: named(entry.by.objectId),
        at: entry.at,
        ...('reason' in entry && { reason: entry.reason }),
      };

/** The operations of those who write guidance, and of those who approve it. */
export function createContentOperations(deps: ContentOperationsDependencies): ContentOperations {
  const { force, people, publicHost } = deps;
  const draft = createPaperDrafts({ contacts: force.contacts, publicHost, texts: force.texts });

  async function view(topic: string, versions: readonly number[]): Promise<ContentView> {
    const entries = await force.content.of(topic);
    const { revision, state, saved, live, reason } = standingContent(topic, entries);
    const known = await people.named(entries.flatMap(({ entry }) => entry?.by.objectId ?? []));
    const named: Names = (objectId) => known.find((one) => one.objectId === objectId) ?? { objectId, name: '' };
    const builtIn = force.builtIn(topic);
    return {
      topic,
      revision,
      state,
      ...(saved && { saved: { ...saved, by: named(saved.by) } }),
      ...(live && { live }),
      ...(builtIn && { builtIn }),
      ...(reason !== undefined && { reason }),
      history: entries.map((kept) => entryView(kept, named)).toReversed(),
      versions: entries.flatMap(({ number, entry }) =>
        versions.includes(number) && entry && 'words' in entry ? [{ number, words: entry.words }] : [],
      ),
    };
  }

  /** Makes a change in the name of its caller, and has what is live looked at before it is answered. */
  async function changed<Asked extends Omit<AskedChange, 'by'>>(
    caller: Caller,
    asked: Asked,
    change: (asked: Asked & AskedChange) => Promise<ContentOutcome>,
  ): Promise<Ran<ContentChanged>> {
    const outcome = await change({ ...asked, by: caller.objectId });
    await force.refresh();
    const topic = await view(asked.topic, []);
    return done(
      outcome.kind === 'refused' ? { kind: 'refused', why: outcome.why, topic } : { kind: outcome.kind, topic },
    );
  }

  return {
    'content.list': operation(requests['content.list'], {
      roles: readers,
      leaves: 'log',
      run: async () => done(await force.list()),
    }),
    'content.read': operation(requests['content.read'], {
      roles: readers,
      leaves: 'log',
      run: async (_caller, { topic, versions }) => done(await view(topic, versions)),
    }),
    'content.check': operation(requests['content.check'], {
      roles: readers,
      leaves: 'log',
      run: async ({ objectId }, { topic, words, links }) => {
        const { isWhole: _page, ...checked } = await force.check(objectId, topic, words, links);
        return done(checked);
      },
    }),
    'content.print': operation(requests['content.print'], {
      roles: readers,
      leaves: 'log',
      run: async ({ objectId }, asked) => done(await draft(objectId, asked)),
    }),
    'content.save': operation(requests['content.save'], {
      roles: writers,
      leaves: 'log',
      run: (caller, asked) => changed(caller, asked, (of) => saveContent(force, of)),
    }),
    'content.submit': operation(requests['content.submit'], {
      roles: writers,
      leaves: 'log',
      run: (caller, asked) => changed(caller, asked, (of) => submitContent(force, of)),
    }),
    'content.approve': operation(requests['content.approve'], {
      roles: readers,
      leaves: 'log',
      run: (caller, asked) => changed(caller, asked, (of) => approveContent(force, of)),
    }),
    'content.sendBack': operation(requests['content.sendBack'], {
      roles: readers,
      leaves: 'log',
      run: (caller, asked) => changed(caller, asked, (of) => sendBackContent(force, of)),
    }),
    'content.withdraw': operation(requests['content.withdraw'], {
      roles: readers,
      leaves: 'log',
      run: (caller, asked) => changed(caller, asked, (of) => withdrawContent(force, of)),
    }),
  };
}
