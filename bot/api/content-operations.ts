import {
  approveContent,
  type AskedChange,
  type ContentOutcome,
  saveContent,
  sendBackContent,
  standingContent,
  submitContent,
  withdrawContent,
} from '../../core/content/change-content.ts';
import type { ContentWords, KeptContent } from '../../core/model/content-record.ts';
import type { Result } from '../../contract/answers.ts';
import type {
  ContentChanged,
  ContentEntryView,
  contentOperations,
  ContentPaper,
  ContentView,
} from '../../contract/content.ts';
import type { ShownPerson } from '../../contract/answers.ts';
import type { PersonId } from '../../core/model/directory.ts';
import type { ForceContent } from '../content/content-service.ts';
import type { Caller } from './tab-authentication.ts';
import { done, type Handlers } from './operation.ts';
import type { RoleHolders } from './role-holders.ts';
import { base64 } from '@scure/base';
import type { Language } from '../../core/model/language.ts';
import type { PaperForm } from '../../core/model/formats.ts';
import type { Contacts } from '../../words/contacts.ts';
import type { TextReader } from '../content/read-texts.ts';

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

export function createContentOperations(deps: {
  readonly force: ForceContent;
  readonly publicHost: string | undefined;
  readonly people: RoleHolders;
}): Handlers<typeof contentOperations> {
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

  /** Refreshes live guidance before it answers. */
  async function changed<Asked extends Omit<AskedChange, 'by'>>(
    caller: Caller,
    asked: Asked,
    change: (asked: Asked & AskedChange) => Promise<ContentOutcome>,
  ): Promise<Result<ContentChanged>> {
    const outcome = await change({ ...asked, by: caller.objectId });
    await force.refresh();
    const topic = await view(asked.topic, []);
    return done(
      outcome.kind === 'refused' ? { kind: 'refused', why: outcome.why, topic } : { kind: outcome.kind, topic },
    );
  }

  return {
    'content.list': async () => done(await force.list()),
    'content.read': async (_caller, { topic, versions }) => done(await view(topic, versions)),
    'content.check': async ({ objectId }, { topic, words, links }) => {
      const { isWhole: _page, ...checked } = await force.check(objectId, topic, words, links);
      return done(checked);
    },
    'content.print': async ({ objectId }, asked) => done(await draft(objectId, asked)),
    'content.save': (caller, asked) => changed(caller, asked, (of) => saveContent(force, of)),
    'content.submit': (caller, asked) => changed(caller, asked, (of) => submitContent(force, of)),
    'content.approve': (caller, asked) => changed(caller, asked, (of) => approveContent(force, of)),
    'content.sendBack': (caller, asked) => changed(caller, asked, (of) => sendBackContent(force, of)),
    'content.withdraw': (caller, asked) => changed(caller, asked, (of) => withdrawContent(force, of)),
  };
}

interface WantedDraft {
  readonly topic: string;
  readonly words: ContentWords;
  readonly language: Language;
  readonly form: PaperForm;
}

/** Draws unapproved texts, marked as drafts. One at a time for each person. */
export function createPaperDrafts(deps: {
  readonly contacts: Contacts;
  readonly publicHost: string | undefined;
  readonly texts: Pick<TextReader, 'printDraft'>;
}): (by: PersonId, wanted: WantedDraft) => Promise<ContentPaper> {
  const { contacts, publicHost, texts } = deps;
  const busy = new Set<PersonId>();
  return async (by, wanted) => {
    if (busy.has(by)) return { kind: 'busy' };
    busy.add(by);
    try {
      const drawn = await texts.printDraft(by, { ...wanted, contacts, publicHost });
      if (drawn === 'tooMuch') return { kind: 'tooLong' };
      if (drawn.kind !== 'file') return drawn;
      const { topic, form, language } = wanted;
      return { kind: 'file', name: `${topic}-${form}-${language}.pdf`, base64: base64.encode(drawn.bytes) };
    } finally {
      busy.delete(by);
    }
  };
}
