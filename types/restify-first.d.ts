// restify has had `server.first` since version 8; @types/restify lacks it.
import 'restify';

declare module 'restify' {
  interface Server {
    /** Runs first; returning false ends the request. */
    first(...handlers: ((request: Request, response: Response) => boolean)[]): this;
  }
}
