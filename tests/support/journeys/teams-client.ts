import { parseInvokeAnswer, type InvokeName, parsePostedCard } from './invoke-answer.ts';
import type { RunningBot } from './running-bot.ts';
import { buttonName, opensDialog, type ParsedCard } from './parsed-card.ts';
import {
  type Activity,
  installationActivities,
  invokeActivity,
  messageActivity,
  newPerson,
  type Place,
  type Surroundings,
  type TeamsPerson,
} from './teams-activities.ts';

/** An answer as it came over the wire. */
interface WireAnswer {
  readonly status: number;
  readonly text: string;
}

/** A card with what is filled in, kept to be held up again. */
export interface SavedCard {
  readonly card: ParsedCard;
  readonly inDialog: boolean;
  readonly filled: ReadonlyMap<string, string>;
}

/** One person's Teams, talking to the bot over HTTP. */
export interface TeamsClient {
  readonly person: TeamsPerson;
  /** The card in front: the dialog's where one is open, else the last one in the chat. Throws where there is none. */
  readonly card: () => ParsedCard;
  readonly dialogIsOpen: () => boolean;
  /** The words of the last answer that came without a card. */
  readonly toast: () => string;
  /** The text of every HTTP answer, in order. */
  readonly answers: readonly string[];
  /** Adds the bot to the chat. The card in front is then its welcome. */
  install(): Promise<void>;
  /** Types words, in the chat where no place is given. */
  say(words: string, place?: Place): Promise<void>;
  /** Types into an input of the card in front, or chooses in it. Throws where the card or a client would not let it. */
  fill(id: string, value: string): void;
  /** What stands in an input of the card in front. */
  filled(id: string): string;
  /** Presses the button of a move, a flow, a topic or else a verb, with all that was filled in. Throws where there is none. */
  press(name: string): Promise<ParsedCard>;
  /** Presses it with other inputs than a client would send. */
  pressWith(name: string, inputs: Readonly<Record<string, unknown>>): Promise<ParsedCard>;
  /** The card in front with what is filled in. */
  keep(): SavedCard;
  /** Holds an older card up again, as the message in a second window would. */
  holdUp(kept: SavedCard): void;
  /** Delivers the last press again, as Teams does when it heard no answer. */
  redeliver(id: 'sameId' | 'newId'): Promise<ParsedCard>;
  /** Sends an invoke with any value and shows what it was answered with. Throws where the status is not 200. */
  invoke(name: InvokeName, value: unknown, place?: Place): Promise<WireAnswer>;
  /** Sends an activity as it is and shows nothing. */
  send(activity: Activity): Promise<WireAnswer>;
  readonly surroundings: (place?: Place) => Surroundings;
}

/** How long a person looks at a card before they press, in milliseconds. */
const lookMs = 1_000;

/** What a client needs of a bot, which may run in another process. */
export type ReachableBot = Pick<RunningBot, 'settings' | 'connector' | 'clock' | 'endpoint' | 'authorization'>;

/** A client of Teams for one person. Nothing is sent yet. */
export function createTeamsClient(bot: ReachableBot, person: TeamsPerson = newPerson()): TeamsClient {
  const botId = `28:${bot.settings.registration?.appId ?? 'candour'}`;
  const answers: string[] = [];
  let chat: ParsedCard | undefined;
  let dialog: ParsedCard | undefined;
  let filled = new Map<string, string>();
  let toast = '';
  let last: { readonly name: InvokeName; readonly activity: Activity } | undefined;

  const surroundings = (place: Place = 'chat'): Surroundings => ({
    person,
    serviceUrl: bot.connector.serviceUrl,
    botId,
    now: bot.clock.now(),
    place,
  });
  const front = (): ParsedCard => {
    const card = dialog ?? chat;
    if (card === undefined) throw new Error('no card is shown');
    return card;
  };
  const fillAnew = (): void => {
    const inputs = (dialog ?? chat)?.inputs ?? [];
    filled = new Map(inputs.flatMap(({ id, value }) => (value ? [[id, value]] : [])));
  };

  async function send(activity: Activity): Promise<WireAnswer> {
    const response = await fetch(bot.endpoint(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: await bot.authorization() },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    answers.push(text);
    return { status: response.status, text };
  }

  async function deliver(name: InvokeName, activity: Activity): Promise<WireAnswer> {
    const answer = await send(activity);
    if (answer.status !== 200) throw new Error(`the bot answered ${answer.status}`);
    const shown = parseInvokeAnswer(name, answer.text);
    if (shown.kind === 'words') toast = shown.words;
    else if (shown.kind === 'inPlace') chat = shown.card;
    else dialog = shown.kind === 'dialog' ? shown.card : undefined;
    fillAnew();
    return answer;
  }

  /** Shows the newest card that the bot has posted into the chat. */
  function showPosted(): void {
    const posted = bot.connector.posts.filter((post) => post.conversationId === person.conversationId).at(-1);
    chat = parsePostedCard(posted?.activity);
    dialog = undefined;
    fillAnew();
  }

  async function pressWith(name: string, inputs: Readonly<Record<string, unknown>>): Promise<ParsedCard> {
    const button = front().buttons.find((one) => buttonName(one) === name);
    if (button === undefined) throw new Error(`the card has no button ${name}`);
    bot.clock.forward(lookMs);
    // As Microsoft's renderer does it: the inputs are merged into the button's data.
    const data = { ...button.data, ...inputs };
    const { type, title, verb } = button;
    const isSubmit = type === 'Action.Submit';
    if (isSubmit && dialog === undefined && !opensDialog(button)) throw new Error('it would be sent as a message');
    const used = isSubmit ? (dialog === undefined ? 'task/fetch' : 'task/submit') : 'adaptiveCard/action';
    const value = isSubmit
      ? { data, context: { theme: 'default' } }
      : { action: { type, title, verb, data }, trigger: 'manual' };
    last = { name: used, activity: invokeActivity(surroundings(), used, value) };
    await deliver(last.name, last.activity);
    return front();
  }

  return {
    person,
    card: front,
    dialogIsOpen: () => dialog !== undefined,
    toast: () => toast,
    answers,
    async install() {
      for (const activity of installationActivities(surroundings(), 'add')) await send(activity);
      showPosted();
    },
    async say(words, place = 'chat') {
      const { status } = await send(messageActivity(surroundings(place), words));
      if (status !== 200) throw new Error(`the bot answered ${status}`);
      if (place === 'chat') showPosted();
    },
    fill(id, value) {
      const input = front().inputs.find((one) => one.id === id);
      if (input === undefined) throw new Error(`the card has no input ${id}`);
      if (value.length > (input.maxLength ?? Infinity)) throw new Error(`a client lets nobody type so much into ${id}`);
      const options = input.choices?.map((choice) => choice.value);
      const chosen = input.isMultiSelect ? value.split(',') : [value];
      if (options && value !== '' && !chosen.every((one) => options.includes(one))) {
        throw new Error(`the card does not offer this in ${id}`);
      }
      filled.set(id, value);
    },
    filled: (id) => filled.get(id) ?? '',
    // An empty input is left out by every client.
    press: (name) => pressWith(name, Object.fromEntries([...filled].filter(([, value]) => value !== ''))),
    pressWith,
    keep: () => ({ card: front(), inDialog: dialog !== undefined, filled: new Map(filled) }),
    holdUp(kept) {
      if (kept.inDialog) dialog = kept.card;
      else chat = kept.card;
      filled = new Map(kept.filled);
    },
    async redeliver(id) {
      if (last === undefined) throw new Error('nothing was pressed yet');
      const { name, activity } = last;
      await deliver(name, id === 'sameId' ? activity : { ...activity, id: `${String(activity['id'])}-again` });
      return front();
    },
    invoke: (name, value, place) => deliver(name, invokeActivity(surroundings(place), name, value)),
    send,
    surroundings,
  };
}
