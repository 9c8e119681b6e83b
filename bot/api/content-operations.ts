import {
  approveContent,
  type ContentChangeRequest,
  type ContentOutcome,
  saveContent,
  sendBackContent,
  currentContent,
  submitContent,
  withdrawContent,
} from '../../core/content/change-content.ts';
import type { ContentWords, StoredContentEntry } from '../../core/model/content-entry.ts';
import type { Result } from '../../contract/operation-answers.ts';
import type {
  ContentChangeAnswer,
  ContentEntryView,
  contentOperations,
  ContentPrintAnswer,
  ContentView,
} from '../../contract/content.ts';
import type { PersonView } from '../../contract/operation-answers.ts';
import type { PersonId } from '../../core/model/roles.ts';
import type { ForceContent } from '../content/force-content.ts';
import type { Caller } from './caller-authentication.ts';
import { success, type OperationHandlers } from './operation-results.ts';
import type { RoleHolders } from './role-holders.ts';
import { base64 } from '@scure/base';
import type { Language } from '../../core/model/language.ts';
import type { PrintFormat } from '../../core/model/output-formats.ts';
import type { Contacts } from '../../words/contacts.ts';
import type { TextWorkerQueue } from '../content/text-worker-queue.ts';

type PersonLookup = (person: PersonId) => PersonView;

const entryView = ({ number, entry }: StoredContentEntry, lookUpPerson: PersonLookup): ContentEntryView =>
  entry === undefined
    ? { number }
    : {
        number,
        kind: entry.kind,
        by: lookUpPerson(entry.by.objectId),
        at: entry.at,
        ...('reason' in entry && { reason: entry.reason }),
      };

export function createContentOperations(deps: {
  readonly force: ForceContent;
  readonly publicHost: string | undefined;
  readonly people: RoleHolders;
}): OperationHandlers<typeof contentOperations> {
  const { force, people, publicHost } = deps;
  const renderPaperDraft = createPaperDraftRenderer({ contacts: force.contacts, publicHost, texts: force.texts });

  async function view(topic: string, versions: readonly number[]): Promise<ContentView> {
    const entries = await force.content.listEntries(topic);
    const { revision, state, saved, live, reason } = currentContent(topic, entries);
    const known = await people.getNames(entries.flatMap(({ entry }) => entry?.by.objectId ?? []));
    const lookUpPerson: PersonLookup = (objectId) =>
      known.find((one) => one.objectId === objectId) ?? { objectId, name: '' };
    const builtIn = force.builtIn(topic);
    return {
      topic,
      revision,
      state,
      ...(saved && { saved: { ...saved, by: lookUpPerson(saved.by) } }),
      ...(live && { live }),
      ...(builtIn && { builtIn }),
      ...(reason !== undefined && { reason }),
      history: entries.map((stored) => entryView(stored, lookUpPerson)).toReversed(),
      versions: entries.flatMap(({ number, entry }) =>
        versions.includes(number) && entry && 'words' in entry ? [{ number, words: entry.words }] : [],
      ),
    };
  }

  async function changeTopic<Asked extends Omit<ContentChangeRequest, 'by'>>(
    caller: Caller,
    request: Asked,
    change: (request: Asked & ContentChangeRequest) => Promise<ContentOutcome>,
  ): Promise<Result<ContentChangeAnswer>> {
    const outcome = await change({ ...request, by: caller.objectId });
    await force.refresh();
    const topic = await view(request.topic, []);
    return success(
      outcome.kind === 'refused' ? { kind: 'refused', why: outcome.why, topic } : { kind: outcome.kind, topic },
    );
  }

  return {
    'content.list': async () => success(await force.list()),
    'content.read': async (_caller, { topic, versions }) => success(await view(topic, versions)),
    'content.check': async ({ objectId }, { topic, words, links }) => {
      const { isValid: _page, ...checked } = await force.check(objectId, topic, words, links);
      return success(checked);
    },
    'content.print': async ({ objectId }, asked) => success(await renderPaperDraft(objectId, asked)),
    'content.save': (caller, asked) => changeTopic(caller, asked, (of) => saveContent(force, of)),
    'content.submit': (caller, asked) => changeTopic(caller, asked, (of) => submitContent(force, of)),
    'content.approve': (caller, asked) => changeTopic(caller, asked, (of) => approveContent(force, of)),
    'content.sendBack': (caller, asked) => changeTopic(caller, asked, (of) => sendBackContent(force, of)),
    'content.withdraw': (caller, asked) => changeTopic(caller, asked, (of) => withdrawContent(force, of)),
  };
}

interface PaperDraftRequest {
  readonly topic: string;
  readonly words: ContentWords;
  readonly language: Language;
  readonly form: PrintFormat;
}

/** Unapproved texts, marked as drafts. One at a time for each person. */
export function createPaperDraftRenderer(deps: {
  readonly contacts: Contacts;
  readonly publicHost: string | undefined;
  readonly texts: Pick<TextWorkerQueue, 'printDraft'>;
}): (by: PersonId, request: PaperDraftRequest) => Promise<ContentPrintAnswer> {
  const { contacts, publicHost, texts } = deps;
  const busy = new Set<PersonId>();
  return async (by, request) => {
    if (busy.has(by)) return { kind: 'busy' };
    busy.add(by);
    try {
      const printed = await texts.printDraft(by, { ...request, contacts, publicHost });
      if (printed === 'tooMuch') return { kind: 'tooLong' };
      if (printed.kind !== 'file') return printed;
      const { topic, form, language } = request;
      return { kind: 'file', name: `${topic}-${form}-${language}.pdf`, base64: base64.encode(printed.bytes) };
    } finally {
      busy.delete(by);
    }
  };
}
