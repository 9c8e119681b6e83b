/** What an operation on a document came to: the status Cosmos gives it, and the document or the error. */
export interface CosmosOutcome {
  readonly status: number;
  readonly body?: unknown;
  readonly etag?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** How many documents were looked at to answer a query: told to whoever runs the stand-in, and to no client. */
  readonly lookedAt?: number;
}

const codes: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  409: 'Conflict',
  412: 'PreconditionFailed',
  413: 'RequestEntityTooLarge',
  424: 'FailedDependency',
  429: 'TooManyRequests',
  503: 'ServiceUnavailable',
};

/** A refusal in Cosmos' form. `substatus` is its finer number, such as 1001 for a wrong partition key. */
export const errorOutcome = (status: number, message: string, substatus?: number): CosmosOutcome => ({
  status,
  body: { code: codes[status] ?? String(status), message },
  ...(substatus !== undefined && { headers: { 'x-ms-substatus': String(substatus) } }),
});
