import type { Result, Tab } from '../parts/tab-context.ts';
import type { Refusal } from '../../contract/answers.ts';
import type { AnswerOf, Operation } from '../../contract/operations.ts';
import { readingOperations } from '../../contract/reading.ts';
import { post, type Way } from '../parts/post.ts';
import { refusalOf } from './refusal-of.ts';

interface ClientOptions extends Way {
  /** A token for this person; asked for again at every call. Whoever gives it keeps it as long as it is good. */
  readonly getToken: () => Promise<string>;
  /** Told of every answer that came. */
  readonly onAnswer?: (answer: Response) => void;
}

/**
 * The way to the server's API. Never rejects: where a change's answer is lost the refusal is `unconfirmed`, and the
 * same request may be sent again; where nothing can have been done it is `unavailable` or `notSignedIn`.
 */
export function createClient(options: ClientOptions): Tab['call'] {
  async function ask(name: Operation, body: unknown): Promise<Response | Refusal> {
    const token = await options.getToken().catch(() => undefined);
    if (token === undefined) return { code: 'notSignedIn' };
    return post(options, `/api/tab/${name}`, body, token)
      .then((answer) => {
        options.onAnswer?.(answer);
        return answer;
      })
      .catch(() => lost(name));
  }

  return async function call<Name extends Operation>(name: Name, body: unknown): Promise<Result<AnswerOf<Name>>> {
    const first = await ask(name, body);
    // A token that has run out on the way is told from a person who may not come in by asking once more.
    const response = first instanceof Response && first.status === 401 ? await ask(name, body) : first;
    if (!(response instanceof Response)) return { ok: false, refusal: response };
    if (!response.ok) return { ok: false, refusal: await refusalOf(response) };
    try {
      const value: AnswerOf<Name> = await response.json();
      return { ok: true, value };
    } catch {
      return { ok: false, refusal: lost(name) };
    }
  };
}

const lost = (name: Operation): Refusal => ({ code: readingOperations.includes(name) ? 'unavailable' : 'unconfirmed' });
